// Nobody is signed in any more, and pages are still open: what is said in a circle is not left on a screen.
import type { Locator, Page } from '@playwright/test';
import * as between from './harness/between.ts';
import { gather } from './harness/gathering.ts';
import { somebody } from './harness/people.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const ana = somebody('Ana');

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password').fill(ana.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** Ana at another device. */
async function signInAt(elsewhere: Page): Promise<Page> {
  await elsewhere.goto('/sign-in');
  await fillIn(elsewhere);
  await elsewhere.waitForURL('**/today');
  return elsewhere;
}

/** Ends the other sign-in from there. */
async function endFrom(elsewhere: Page): Promise<void> {
  await elsewhere.goto('/me/account');
  await elsewhere.getByRole('button', { name: /^End/ }).click();
  await expect(elsewhere.getByRole('button', { name: /^End/ })).toHaveCount(0);
}

/** By the link on a page that is covered, which leads back to where it stands. */
async function signInFrom(page: Page): Promise<void> {
  const [again] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in' }).click(),
  ]);
  await fillIn(again);
  await again.waitForURL(page.url());
}

/** Why a page is covered, where it can be seen. */
const ended = (page: Page): Locator =>
  page.getByText('You are not signed in here any more.').filter({ visible: true });

async function expectCovered(page: Page): Promise<void> {
  await expect(ended(page)).toHaveCount(1);
  await expect(page.getByRole('main')).toBeHidden();
  await expect(page.getByRole('heading')).toHaveCount(0);
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect(page.getByText('Account of Ana')).toHaveCount(0);
}

// What a browser says when one comes back to a tab, or to a window beside another; without a screen it does not.
const comeBack = (page: Page) =>
  page.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
const comeFromBeside = (page: Page) => page.evaluate(() => void dispatchEvent(new Event('focus')));

/** Storage that is new does not come to stand: the answer to a sign-out clears what is just being made. */
function breakNewStorage(): void {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...given) {
    const request = open.apply(this, given);
    const abort = () => request.transaction?.abort();
    // After the listeners of whoever opens it.
    queueMicrotask(() => request.addEventListener('upgradeneeded', abort));
    return request;
  };
}

test('who signs out in one tab has signed out in all of them, and nothing stays behind', async ({ open }) => {
  const page = await open();
  const { circle } = await gather({ Ana: page, Ben: await open() }, 'Quiet circle');
  const other = await page.context().newPage();
  await other.goto(`/circles/${circle.id}/room`);
  await between.begin(other, 'Said among us');
  await other.getByPlaceholder('Begin a conversation').fill('Begun and not sent');
  const kept = () => other.evaluate(() => Object.values(sessionStorage).join());
  await room.openEditor(other, 'Said among us');
  await other.getByRole('textbox', { name: 'Change these words' }).fill('Changed and not saved');
  await expect.poll(kept).toContain('Begun and not sent');
  await expect.poll(kept).toContain('Changed and not saved');

  await page.addInitScript(breakNewStorage);
  await page.goto('/me');
  await page.getByText('Account of Ana').locator('..').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(other).toHaveURL(/\/sign-in\?note=signed-out&back=%2Fcircles%2F[^/]*%2Froom$/);
  await expect(other.getByText('You are signed out.')).toBeVisible();
  expect(await kept()).not.toMatch(/Begun and not sent|Changed and not saved/);
});

test('pages with a line to the house are covered as soon as their sign-in was ended elsewhere, until its person is back', async ({
  open,
}) => {
  const page = await open({ timezoneId: 'UTC' });
  const { circle, meeting } = await gather({ Ana: page, Ben: await open() }, 'Quiet circle');
  const openTab = async (place: string) => {
    const tab = await page.context().newPage();
    await tab.goto(place, { waitUntil: 'networkidle' });
    return tab;
  };
  const circlePage = await openTab(`/circles/${circle.id}/room`);
  await between.begin(circlePage, 'Said between meetings');
  const agenda = await openTab(`/meetings/${meeting}/agenda`);
  const today = await openTab('/today');
  const rota = await openTab(`/circles/${circle.id}/rota?away=${meeting}`);
  const absence = rota.getByRole('dialog', { name: 'You can’t come on' });
  await expect(absence).toBeVisible();
  await room.enterRoom(page, meeting);
  await room.say(page, 'Said among us');
  await expect(room.talkOn(page)).toContainText('Said among us');
  const composer = page.getByRole('textbox', { name: 'Your words' });
  await composer.fill('Begun and not sent');
  await page.getByRole('button', { name: 'Note a decision' }).click();
  const decision = page.getByRole('textbox', { name: 'What did you decide?' });
  await decision.fill('Begun and not noted');

  const elsewhere = await signInAt(await open());
  await endFrom(elsewhere);
  for (const tab of [page, circlePage, agenda, today, rota]) await expectCovered(tab);
  await expect(page.getByText('Said among us')).toBeHidden();
  await expect(composer).toBeHidden();
  await expect(decision).toBeHidden();
  await expect(circlePage.getByText('Said between meetings').first()).toBeHidden();
  await expect(absence).toBeHidden();
  for (const tab of [page, agenda]) {
    await comeBack(tab);
    await expectCovered(tab);
  }

  await signInFrom(rota);
  await comeFromBeside(rota);
  await expect(absence).toBeVisible();
  await expect(rota).toHaveURL(/[?]away=/);
  await comeFromBeside(page);
  await expect(ended(page)).toHaveCount(0);
  await expect(room.talkOn(page)).toContainText('Said among us');
  await expect(composer).toHaveValue('Begun and not sent');
  await expect(decision).toBeVisible();
  await expect(decision).toHaveValue('Begun and not noted');

  await test.step('and the line of a page that was covered stands again', async () => {
    await comeFromBeside(today);
    await expect(today.getByRole('main')).toBeVisible();
    await endFrom(elsewhere);
    await expectCovered(today);
  });
});

test('a page without a line is covered as soon as somebody comes back to it', async ({ open }) => {
  const page = await open({ timezoneId: 'UTC' });
  const { meeting } = await gather({ Ana: page, Ben: await open() }, 'Quiet circle');
  const tabs: Page[] = [];
  for (const place of [`/meetings/${meeting}/minutes`, '/me']) {
    const tab = await page.context().newPage();
    await tab.goto(place, { waitUntil: 'networkidle' });
    tabs.push(tab);
  }
  const [minutes, own] = tabs as [Page, Page];
  const answered = own.waitForResponse(/\/signed-in\?/);
  await comeBack(own);
  expect((await answered).status()).toBe(204);
  await expect(own.getByRole('main')).toBeVisible();
  await own.reload({ waitUntil: 'networkidle' });

  await endFrom(await signInAt(await open()));
  await page.context().setOffline(true);
  const failed = minutes.waitForEvent('requestfailed', (request) => request.url().includes('/signed-in'));
  await comeBack(minutes);
  await failed;
  await expect(minutes.getByRole('main')).toBeVisible();
  await page.context().setOffline(false);

  await comeBack(minutes);
  await own.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  for (const tab of tabs) await expectCovered(tab);

  await signInFrom(minutes);
  await comeFromBeside(minutes);
  await expect(minutes.getByRole('main')).toBeVisible();
  await expect(ended(minutes)).toHaveCount(0);
});

test('a page that could not load what covers it leads to the sign-in when somebody comes back to it', async ({
  open,
}) => {
  const page = await open();
  await gather({ Ana: page }, 'Quiet circle');
  await page.route('**/sign-in-ended-*.js', (route) => route.abort());
  const refused = page.waitForEvent('requestfailed', (request) => request.url().includes('sign-in-ended'));
  await page.goto('/me');
  await refused;
  await endFrom(await signInAt(await open()));
  await comeBack(page);
  await expect(page).toHaveURL(/\/sign-in\?/);
});

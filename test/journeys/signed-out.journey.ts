// Nobody is signed in any more, and pages are still open: what is said in a circle is not left on a screen.
import type { Page } from '@playwright/test';
import * as between from './harness/between.ts';
import { gather } from './harness/gathering.ts';
import { somebody } from './harness/people.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const ana = somebody('Ana');

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(ana.email);
  await page.getByLabel('Password').fill(ana.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/today');
}

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

test('a page whose sign-in was ended elsewhere is covered until its person is back', async ({ open }) => {
  const page = await open({ timezoneId: 'UTC' });
  const { circle, meeting } = await gather({ Ana: page, Ben: await open() }, 'Quiet circle');
  const circlePage = await page.context().newPage();
  await circlePage.goto(`/circles/${circle.id}/room`);
  await between.begin(circlePage, 'Said between meetings');
  const agenda = await page.context().newPage();
  await agenda.goto(`/meetings/${meeting}/agenda`);
  await room.enterRoom(page, meeting);
  await room.say(page, 'Said among us');
  await expect(room.talkOn(page)).toContainText('Said among us');
  const composer = page.getByRole('textbox', { name: 'Your words' });
  await composer.fill('Begun and not sent');
  await page.getByRole('button', { name: 'Note a decision' }).click();
  const decision = page.getByRole('textbox', { name: 'What did you decide?' });
  await decision.fill('Begun and not noted');

  const elsewhere = await open();
  await signIn(elsewhere);
  await elsewhere.goto('/me/account');
  await elsewhere.getByRole('button', { name: /^End/ }).click();

  await expect(page.getByText('You are not signed in here any more.')).toBeVisible();
  await expect(page.getByText('Said among us')).toBeHidden();
  await expect(composer).toBeHidden();
  await expect(decision).toBeHidden();
  await expect(circlePage.getByText('You are not signed in here any more.')).toBeVisible();
  await expect(circlePage.getByText('Said between meetings').first()).toBeHidden();
  await expect(agenda.getByText('You are signed out here, so this page is covered.')).toBeVisible();
  await expect(agenda.getByRole('link', { name: 'Sign in' })).toBeVisible();
  await expect(agenda.getByRole('heading', { level: 2 }).first()).toBeHidden();

  const [again] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Sign in' }).click(),
  ]);
  await again.getByLabel('Mail address').fill(ana.email);
  await again.getByLabel('Password').fill(ana.password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.waitForURL(`**/meetings/${meeting}/room`);
  // What a browser says when one comes back to a tab; without a screen it does not.
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await expect(room.talkOn(page)).toContainText('Said among us');
  await expect(composer).toHaveValue('Begun and not sent');
  await expect(decision).toBeVisible();
  await expect(decision).toHaveValue('Begun and not noted');
});

test('a page that hears of nothing by itself is covered as soon as somebody looks at it again', async ({
  open,
}) => {
  const page = await open({ timezoneId: 'UTC' });
  const { circle, meeting } = await gather({ Ana: page, Ben: await open() }, 'Quiet circle');
  const places = ['/today', `/meetings/${meeting}/minutes`, `/circles/${circle.id}`];
  const tabs: Page[] = [];
  for (const place of places) {
    const tab = await page.context().newPage();
    await tab.goto(place, { waitUntil: 'networkidle' });
    tabs.push(tab);
  }
  const [today, minutes, own] = tabs as [Page, Page, Page];
  // What a browser says when one comes back to a tab; without a screen it does not.
  const lookAgain = (tab: Page) =>
    tab.evaluate(() => void document.dispatchEvent(new Event('visibilitychange')));
  const ended = (tab: Page) => tab.getByText('You are not signed in here any more.');

  const answered = today.waitForResponse(/\/signed-in\?/);
  await lookAgain(today);
  expect((await answered).status()).toBe(204);
  await expect(today.getByRole('main')).toBeVisible();

  const elsewhere = await open();
  await signIn(elsewhere);
  await elsewhere.goto('/me/account');
  await elsewhere.getByRole('button', { name: /^End/ }).click();
  await expect(elsewhere.getByRole('button', { name: /^End/ })).toHaveCount(0);

  await page.context().setOffline(true);
  const failed = minutes.waitForEvent('requestfailed', (request) => request.url().includes('/signed-in'));
  await lookAgain(minutes);
  await failed;
  await expect(minutes.getByRole('main')).toBeVisible();
  await page.context().setOffline(false);

  await lookAgain(minutes);
  await own.evaluate(() => void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  for (const tab of [minutes, own]) {
    await expect(ended(tab)).toBeVisible();
    await expect(tab.getByRole('main')).toBeHidden();
    await expect(tab.getByRole('heading', { level: 1 })).toBeHidden();
    await expect(tab.getByRole('navigation')).toHaveCount(0);
    await expect(tab.getByText('Account of Ana')).toHaveCount(0);
  }

  const [again] = await Promise.all([
    page.context().waitForEvent('page'),
    minutes.getByRole('link', { name: 'Sign in' }).click(),
  ]);
  await again.getByLabel('Mail address').fill(ana.email);
  await again.getByLabel('Password').fill(ana.password);
  await again.getByRole('button', { name: 'Sign in' }).click();
  await again.waitForURL(`**/meetings/${meeting}/minutes`);
  await lookAgain(minutes);
  await expect(minutes.getByRole('main')).toBeVisible();
  await expect(ended(minutes)).toBeHidden();
});

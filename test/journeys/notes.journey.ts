// Two people write in the same notes, one of them without a network for a while; the words end up in the minutes, and at
// the next meeting.
import type { Page } from '@playwright/test';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const longName = 'Ana-Katharina Montgomery of the Northern Riverside Chapter';
const notesOn = (page: Page) => page.getByRole('textbox', { name: 'Notes' });

/** The words of each paragraph, without anybody's cursor. */
const wordsOn = (page: Page) =>
  notesOn(page).evaluate((notes) => {
    const copy = notes.cloneNode(true) as Element;
    for (const caret of copy.querySelectorAll('.caret')) caret.remove();
    return [...copy.children].map(({ textContent }) => textContent);
  });

async function removeFrom(page: Page, circle: string, name: string): Promise<void> {
  await page.goto(`/circles/${circle}`);
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await page.getByText(`Remove ${name}`).first().click();
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page.waitForURL(`**/circles/${circle}`);
}

/** By how much each name at a cursor is cut off, at its worst edge. */
const cutNames = (page: Page) =>
  notesOn(page).evaluate((notes) => {
    const shown = notes.closest('.overflow-y-auto')?.getBoundingClientRect();
    if (!shown) throw new Error('no notes');
    return [...notes.querySelectorAll('.caret > span')].map((name) => {
      const { left, right, top, bottom } = name.getBoundingClientRect();
      const over = [shown.left - left, right - shown.right, shown.top - top, bottom - shown.bottom];
      return Math.max(0, ...over);
    });
  });

/** As somebody who types fast. */
async function type(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words, { delay: 15 });
}

test('notes are written together, survive a night without a network, and go on', async ({ open, line }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({
    timezoneId: 'UTC',
    viewport: { width: 360, height: 740 },
    proxy: { server: line.server },
  });
  const { circle, meeting } = await gather({ [longName]: ana, Ben: ben }, 'Writing circle');

  await test.step('a page older than its server gets what it takes to write by trying again', async () => {
    await room.enterRoom(ana, meeting);
    let isOld = true;
    await ana.route('**/notes-desk-*.js', (route) =>
      isOld ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await room.show(ana, 'Notes');
    await expect(seen(ana, 'The notes cannot be written in right now.')).toBeVisible();
    // A newer page asks for newer files.
    ana.once('framenavigated', () => {
      isOld = false;
    });
    await ana.getByRole('button', { name: 'Try again' }).click();
    await expect(notesOn(ana)).toBeVisible();
  });

  await test.step('both open them in the room', async () => {
    for (const page of [ana, ben]) {
      await room.enterRoom(page, meeting);
      await room.show(page, 'Notes');
      await expect(notesOn(page)).toBeVisible();
    }
    await notesOn(ana).click();
    await ana.getByRole('button', { name: 'Heading' }).click();
    await ana.keyboard.type('Risks');
    await ana.keyboard.press('Enter');
    await expect(notesOn(ben).locator('p')).toHaveCount(1);
    await notesOn(ben).getByRole('heading', { name: 'Risks' }).click();
    await ben.keyboard.press('End');
  });

  await test.step('both write at once, and see where the other one is', async () => {
    await Promise.all([type(ana, 'The budget is late. '), type(ben, ' we see')]);
    for (const page of [ana, ben]) {
      await expect(notesOn(page)).toContainText('The budget is late.');
      await expect(notesOn(page)).toContainText('we see');
      await expect(seen(page, 'Saved')).toBeVisible();
    }
    await expect(notesOn(ana).locator('.caret')).toContainText('Ben');
    await expect(notesOn(ben).locator('.caret')).toContainText(longName);
    // However long a name is, the notes do not slide sideways.
    const slides = await notesOn(ben).evaluate((notes) => {
      const scroller = notes.closest('.overflow-y-auto');
      scroller?.scrollTo({ left: 100 });
      return scroller?.scrollLeft;
    });
    expect(slides).toBe(0);
    for (const page of [ana, ben]) {
      await expectAccessible(page);
      await expectNothingCutOff(page);
    }
  });

  await test.step('the name at a cursor is whole, in the first line as at the end of one', async () => {
    await notesOn(ana).getByRole('heading', { name: 'Risks' }).click();
    await ana.keyboard.press('End');
    for (let words = 0; words < 12; words += 1) {
      await type(ana, ' and on');
      await expect(notesOn(ben).locator('h3 .caret')).toContainText(longName);
      await expect.poll(() => cutNames(ben)).toEqual([0]);
    }
    await ana.keyboard.press('ControlOrMeta+End');
    for (let lines = 0; lines < 20; lines += 1) await ana.keyboard.press('Enter');
    await notesOn(ana).getByRole('heading', { name: 'Risks' }).click();
    await expect(notesOn(ben).locator('p')).toHaveCount(21);
    const caret = notesOn(ben).locator('h3 .caret');
    const belowTop = () =>
      caret.evaluate((mark) => {
        const shown = mark.closest('.overflow-y-auto');
        return mark.getBoundingClientRect().top - (shown?.getBoundingClientRect().top ?? 0);
      });
    await notesOn(ben).evaluate(
      (notes, by) => notes.closest('.overflow-y-auto')?.scrollBy(0, by),
      (await belowTop()) - 1,
    );
    expect(await belowTop()).toBeLessThan(3);
    await expect.poll(() => cutNames(ben)).toEqual([0]);
    await ana.keyboard.press('ControlOrMeta+End');
  });

  await test.step('what is written without a network is kept, and arrives', async () => {
    line.cut();
    await expect(seen(ben, 'You are offline')).toBeVisible();
    await type(ben, ' From the train.');
    await expect(seen(ben, 'Not saved yet: kept on this device')).toBeVisible();
    await type(ana, 'Meanwhile at the table. ');
    await expect(notesOn(ana).locator('.caret')).toHaveCount(0);
    line.mend();
    for (const page of [ana, ben]) {
      await expect(notesOn(page)).toContainText('From the train.');
      await expect(notesOn(page)).toContainText('Meanwhile at the table.');
      await expect(seen(page, 'Saved')).toBeVisible();
    }
    expect(await wordsOn(ben)).toEqual(await wordsOn(ana));
  });

  await test.step('without script they can be read', async () => {
    const html = await (await ana.request.get(`/meetings/${meeting}/room`)).text();
    expect(html).toContain('From the train.');
  });

  await test.step('who is removed meanwhile finds what they could not send', async () => {
    line.cut();
    await expect(seen(ben, 'You are offline')).toBeVisible();
    await notesOn(ben).click();
    await type(ben, 'One more thing. ');
    await room.show(ben, 'Talk');
    await room.say(ben, 'Are you still there?');
    await expect(seen(ben, 'not sent yet, goes out by itself')).toBeVisible();
    await ben.getByRole('textbox', { name: 'Your words' }).fill('And if you are');
    await expectAccessible(ben);
    await removeFrom(ana, circle.id, 'Ben');
    line.mend();
    await expect(seen(ben, 'This room is not open to you any more.')).toBeVisible();
    await ben.reload();
    const heading = ben.getByRole('heading', { name: 'We found nothing here' });
    // Not at the very edge, as the room would be.
    expect((await heading.boundingBox())?.x).toBeGreaterThanOrEqual(16);
    const left = ben.getByRole('status').filter({ hasText: 'it was not sent' });
    await expect(left).toContainText('Are you still there?');
    await expect(left).toContainText('One more thing.');
    await expect(left).toContainText('And if you are');
    await expectAccessible(ben);
    await expectNothingCutOff(ben);
    await left.getByRole('button', { name: 'Put away' }).click();
    await expect(left).toHaveCount(0);
    await ben.reload();
    await expect(heading).toBeVisible();
    await expect(left).toHaveCount(0);
    await room.enterRoom(ana, meeting);
  });

  await test.step('they stand in the minutes, and are carried to the next meeting', async () => {
    await ana.getByRole('button', { name: 'Start the meeting' }).click();
    await room.closeMeeting(ana);
    await ana.getByRole('link', { name: 'Read the minutes' }).click();
    const main = ana.getByRole('main');
    await expect(main.getByRole('heading', { name: 'Risks' })).toBeVisible();
    const file = await (await ana.request.get(`/meetings/${meeting}/minutes.md`)).text();
    expect(file).toContain('From the train.');

    await main.getByRole('button', { name: 'Carry these notes to the next meeting' }).click();
    const next = await main.getByRole('link', { name: /^the meeting on/ }).getAttribute('href');
    await ana.goto(`${next}/room`);
    await expect(ana.getByRole('heading', { name: /^Notes from/ })).toBeVisible();
    await expect(ana.getByRole('heading', { name: 'Risks' })).toBeVisible();
    await ana.getByRole('button', { name: 'Write notes' }).click();
    await expect(notesOn(ana)).toContainText('From the train.');
  });
});

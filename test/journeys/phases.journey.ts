// A meeting by its format: silent writing becomes topics, a round is held, dots are placed, roles are given.
import type { Page } from '@playwright/test';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const words = (page: Page) => page.getByRole('textbox', { name: 'Your words' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

test('an open agenda: written lines become topics, everybody speaks once, roles are shared out', async ({
  open,
}) => {
  const ana = await open({ timezoneId: 'UTC', viewport: { width: 1280, height: 800 } });
  const ben = await open({ timezoneId: 'UTC', viewport: { width: 360, height: 740 } });
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Open circle');
  const dialog = ana.getByRole('dialog', { name: 'Close the meeting' });
  const takeAlong = dialog.getByRole('checkbox', { name: 'Take the shared notes along' });

  await ana.goto(`/meetings/${meeting}/agenda`);
  await ana.getByRole('group').getByText('Open agenda by votes').first().click();
  await ana.getByRole('button', { name: 'Use this format: Open agenda by votes' }).click();
  await expect(seen(ana, 'Write topics')).toBeVisible();
  await expect(ana.getByText('Check-in', { exact: true })).toHaveCount(0);
  for (const page of [ana, ben]) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ana.getByRole('button', { name: 'Start: Write topics' }).click();

  await test.step('what was written in silence becomes a topic by a click, an action item by a key', async () => {
    await expect(words(ben)).toHaveAttribute('placeholder', /Write for yourself/);
    await words(ben).fill('Vendor risk');
    await send(ben).click();
    await ana.getByRole('button', { name: 'Show what was written' }).click();
    await ana.getByRole('button', { name: 'Make it a topic: Vendor risk' }).click();
    await expect(room.talkOn(ben)).toContainText('On the agenda');
    await ben.getByRole('button', { name: 'Make it an action item: Vendor risk' }).press('Enter');
    await expect(room.talkOn(ana)).toContainText('Ben will do: Vendor risk');
    await expect(seen(ana, 'brought by Ben')).toBeVisible();
    for (const page of [ana, ben]) {
      await expectAccessible(page);
      await expectNothingCutOff(page);
    }
  });

  await test.step('a round begins by itself, and only whoever has the turn writes', async () => {
    await ana.getByRole('button', { name: 'Next: Introduce topics' }).click();
    await expect(seen(ben, 'It is your turn')).toBeVisible();
    await expect(seen(ana, 'Ben has the turn. You are next.')).toBeVisible();
    await words(ana).fill('Not yet');
    await expect(send(ana)).toBeDisabled();
    for (const page of [ana, ben]) {
      await expectAccessible(page);
      await expectNothingCutOff(page);
    }
    for (const page of [ana, ben])
      await expect(page.getByRole('button', { name: /\bdone\b|End.* turn/ })).toHaveCount(1);
    await ben.getByRole('button', { name: 'End my turn' }).click();
    await send(ana).click();
    await expect(room.talkOn(ben)).toContainText('Not yet');
    await ana.getByRole('button', { name: 'End my turn' }).click();
    await expect(seen(ben, 'the round is over, write as you like')).toBeVisible();
  });

  await test.step('dots are placed in silence', async () => {
    await ana.getByRole('button', { name: 'Next: Dot vote' }).click();
    await ben.getByRole('button', { name: /^Vendor risk: no dot/ }).click();
    await expect(ben.getByRole('button', { name: /^Vendor risk: 1 dot/ })).toBeVisible();
    await expect(seen(ana, 'We place our dots in silence.')).toBeVisible();
    await ana.setViewportSize({ width: 1280, height: 480 });
    await ana.getByRole('button', { name: /^Next: / }).click();
    await expect(seen(ana, 'brought by Ben, 1 dot')).toBeVisible();
    await expect(ana.getByRole('listitem').and(ana.locator('[aria-current=step]'))).toBeInViewport({
      ratio: 1,
    });
    // Nothing scrolls the page itself, however low it is.
    await ana.setViewportSize({ width: 1280, height: 320 });
    expect(await ana.evaluate(() => document.documentElement.scrollHeight)).toBe(320);
    await ana.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('a role is given, and laid down', async () => {
    await ana.getByRole('combobox', { name: 'timekeeper' }).selectOption('Ben');
    await room.show(ben, 'Queue');
    await expectAccessible(ben);
    await expectNothingCutOff(ben);
    await ben.getByRole('button', { name: 'Lay down: timekeeper' }).click();
    await expect(ana.getByRole('combobox', { name: 'timekeeper' })).toHaveValue('');
  });

  await test.step('on closing, the lead may take the notes along, once there are any', async () => {
    await askToClose();
    await expect(dialog).toContainText('The minutes are there at once');
    await expect(takeAlong).toHaveCount(0);
    await dialog.getByRole('button', { name: 'Not yet' }).click();
    await room.show(ben, 'Notes');
    await ben.getByRole('textbox', { name: 'Notes' }).fill('We try it for a month.');
    await expect(seen(ben, 'Saved')).toBeVisible();
    await askToClose();
    await takeAlong.check();
    await expectAccessible(ana);
    await dialog.getByRole('button', { name: 'Close the meeting' }).click();
    await expect(ana.getByRole('link', { name: /minutes/i }).first()).toBeVisible();
  });

  async function askToClose(): Promise<void> {
    await ana.getByText('More', { exact: true }).locator('..').click();
    await ana.locator('#room-menu').getByRole('button', { name: 'Close the meeting' }).click();
  }
});

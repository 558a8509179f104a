// The server goes away in the middle of a meeting, politely and not: everyone is back at once, and nothing is lost or said twice.
import type { Page } from '@playwright/test';
import { propose } from './harness/agenda.ts';
import { gather } from './harness/gathering.ts';
import { seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

/** From the server's first answer until everyone sees everything, in ms. */
const MOST = 5_000;

test('a restart and a crash of the server cost a meeting nothing', async ({ open, rondo }) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({ timezoneId: 'UTC' });
  const chloe = await open({ timezoneId: 'UTC', viewport: { width: 360, height: 740 } });
  const everyone = [ana, ben, chloe];
  const { meeting } = await gather({ Ana: ana, Ben: ben, Chloé: chloe }, 'Steady circle');

  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: 'Keeping calm', minutes: 30 });
  for (const page of everyone) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ana.getByRole('button', { name: 'Start: Keeping calm' }).click();
  await chloe.getByRole('button', { name: 'Raise my hand' }).click();
  await room.say(ana, 'Before: Ana');
  await expect(room.talkOn(chloe)).toContainText('Before: Ana');

  await test.step('it is restarted', () => comeBack('Restart', rondo.restart));
  await test.step('it is killed', () => comeBack('Crash', rondo.killAndRestart));

  await test.step('what was there before is there still', async () => {
    for (const page of everyone) {
      await expect(room.stageOn(page, 'Keeping calm')).toBeVisible();
      await expect(room.talkOn(page)).toContainText('Before: Ana');
    }
    await expect(chloe.getByRole('button', { name: 'Lower my hand, number 1' })).toBeVisible();
    await expect(seen(ana, '3 here')).toBeVisible();
    await room.closeMeeting(ana);
    await ana.getByRole('link', { name: 'Read the minutes' }).click();
    const attended = ana
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: /from \d\d:\d\d, \d+ min/ });
    await expect(attended).toHaveCount(3);
  });

  /** Ben and Chloé write while the server is away; everyone must have it all, in order, once, soon after it is back. */
  async function comeBack(word: string, restart: () => Promise<void>): Promise<void> {
    const back = restart();
    await expect(seen(ben, 'You are offline.')).toBeVisible();
    await expect(seen(chloe, 'You are offline.')).toBeVisible();
    for (const count of [1, 2, 3]) await room.say(ben, `${word} ${count} of Ben`);
    await room.say(chloe, `${word} 1 of Chloé`);
    await back;

    const since = performance.now();
    for (const page of everyone) {
      await expect(room.talkOn(page)).toContainText(`${word} 3 of Ben`, { timeout: MOST });
      await expect(room.talkOn(page)).toContainText(`${word} 1 of Chloé`, { timeout: MOST });
    }
    expect(performance.now() - since).toBeLessThan(MOST);
    for (const page of everyone) await inOrder(page, word);
  }
});

async function inOrder(page: Page, word: string): Promise<void> {
  const mine = (name: string) => room.linesOn(page, new RegExp(`^${word} \\d of ${name}`));
  expect(await mine('Ben')).toEqual([1, 2, 3].map((count) => `${word} ${count} of Ben`));
  expect(await mine('Chloé')).toEqual([`${word} 1 of Chloé`]);
  await expect(page.getByText('not sent yet')).toHaveCount(0);
}

// A format runs: phases hold who may write, what is written in silence stays hidden, the circle's thumbs give more time.
import type { Page } from '@playwright/test';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff, expectSteadyClocks, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

const words = (page: Page) => page.getByRole('textbox', { name: 'Your words' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

test('a trio consults: the focus member listens, drafts wait, and more time is asked for', async ({
  open,
}) => {
  const ana = await open({ timezoneId: 'UTC' });
  const ben = await open({ timezoneId: 'UTC', viewport: { width: 360, height: 740 } });
  const { meeting } = await gather({ Ana: ana, Ben: ben }, 'Trio circle');

  await ana.goto(`/meetings/${meeting}/agenda`);
  await ana.getByRole('group').getByText('Trio consult').first().click();
  await ana.getByRole('button', { name: 'Use this format: Trio consult' }).click();
  await expect(seen(ana, 'Round 1')).toBeVisible();
  for (const page of [ana, ben]) await room.enterRoom(page, meeting);
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ana.getByRole('button', { name: 'Start: Silent framing' }).click();
  await expect(seen(ben, 'This is a quiet moment for everybody.')).toBeVisible();
  await ana.getByRole('button', { name: 'Next: Round 1' }).click();

  await test.step('somebody takes the hot seat, and the phases go by', async () => {
    await expect(seen(ben, 'would be next: ')).toBeVisible();
    await ben.getByRole('button', { name: 'I take the hot seat' }).click();
    await expect(seen(ana, 'Ben only')).toBeVisible();
    for (const page of [ana, ben]) await expectSteadyClocks(page);
    await words(ana).fill('I would');
    await expect(send(ana)).toBeDisabled();
    await ana.getByRole('button', { name: 'On to: Clarifying questions' }).click();
    await send(ana).click();
    await expect(seen(ana, 'This phase is for questions only.')).toBeVisible();
    await words(ana).fill('What would you like to keep?');
    await send(ana).click();
    await expect(room.talkOn(ben)).toContainText('What would you like to keep?');
  });

  await test.step('the focus member listens, and a draft stays where it is', async () => {
    await ana.getByRole('button', { name: 'On to: Consultants think aloud' }).click();
    await expect(seen(ben, 'You are listening')).toBeVisible();
    await words(ben).fill('But that is just what I tried');
    await expect(send(ben)).toBeDisabled();
  });

  await test.step('more time is the circle’s to give', async () => {
    await ana.getByRole('button', { name: 'Ask for +5 min for this item' }).click();
    await ben.getByRole('button', { name: 'Move on' }).click();
    await expect(ben.getByRole('button', { name: 'Move on' })).toHaveAttribute('aria-pressed', 'true');
    await expect(seen(ana, '1 of 2 voted')).toBeVisible();
    // With the phase, who listens and the vote above each other, as much as ever stands there.
    for (const page of [ana, ben]) {
      await expectAccessible(page);
      await expectNothingCutOff(page);
    }
    await ana.getByRole('button', { name: 'Finish' }).click();
    await expect(words(ben)).toHaveValue('But that is just what I tried');
    await send(ben).click();
    await expect(room.talkOn(ana)).toContainText('But that is just what I tried');
  });
});

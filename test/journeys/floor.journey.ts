// The floor and the lead among three people on three screens: a round, hands with reasons, and the lead offered on.
import { propose } from './harness/agenda.ts';
import { gather } from './harness/gathering.ts';
import { expectAccessible, expectNothingCutOff, seen } from './harness/looks.ts';
import { expect, test } from './harness/rondo-test.ts';
import * as room from './harness/room.ts';

test('a round, a queue with reasons, and a lead that is offered', async ({ open }) => {
  const ana = await open({ timezoneId: 'UTC', viewport: { width: 1280, height: 800 } });
  const ben = await open({ timezoneId: 'UTC', viewport: { width: 768, height: 1024 } });
  const chloe = await open({
    ...{ timezoneId: 'UTC', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    colorScheme: 'dark',
  });
  const everyone = [ana, ben, chloe];
  const { meeting } = await gather({ Ana: ana, Ben: ben, Chloé: chloe }, 'Fair circle');

  await ana.goto(`/meetings/${meeting}/agenda`);
  await propose(ana, { title: 'Taking turns', minutes: 30 });
  for (const page of everyone) await room.enterRoom(page, meeting);
  await expect(seen(ana, '3 here')).toBeVisible();
  // The room takes the whole screen.
  expect((await ana.getByRole('main').boundingBox())?.width).toBe(1280);
  await test.step('a phone on its side shows every part too, and makes room where one writes', async () => {
    await chloe.setViewportSize({ width: 740, height: 360 });
    await room.show(chloe, 'Agenda');
    await expect(chloe.getByRole('heading', { level: 2, name: 'Agenda' })).toBeVisible();
    await room.show(chloe, 'Talk');
    await chloe.getByRole('textbox', { name: 'Your words' }).focus();
    await expect(chloe.getByRole('group', { name: 'What to show' })).toBeHidden();
    await chloe.getByRole('textbox', { name: 'Your words' }).blur();
    await chloe.setViewportSize({ width: 360, height: 740 });
  });
  await ana.getByRole('button', { name: 'Start the meeting' }).click();
  await ana.getByRole('button', { name: 'Start: Taking turns' }).click();

  await test.step('a round with a clock: one passes, the last ends it', async () => {
    await ana.getByText('Rounds and turns').click();
    await ana.getByLabel('Time for a turn').selectOption('2 minutes');
    await ana.getByRole('button', { name: 'Around the ring' }).click();
    await expect(seen(ben, 'You have the floor')).toBeVisible();
    await expect(seen(ben, /^(2:00|1:5\d) left$/)).toBeVisible();
    await expect(seen(ana, 'next: Chloé')).toBeVisible();
    await expect(ben.getByRole('button', { name: 'End my turn' })).toHaveText('End my turn');
    for (const page of [ben, chloe]) await room.show(page, 'Queue');
    // Once, whether talk and queue stand beside each other or not.
    await expect(ben.getByRole('button', { name: 'Pass', exact: true })).toHaveCount(1);
    await expect(chloe.getByRole('list', { name: 'Still to come in the round' })).toHaveText(/You.*Ana/);
    for (const page of everyone) await expectAccessible(page);
    for (const page of everyone) await expectNothingCutOff(page);
    await chloe.getByRole('button', { name: 'Pass my turn' }).click();
    await ben.getByRole('button', { name: 'End my turn' }).click();
    await expect(seen(ana, 'You have the floor')).toBeVisible();
    // One control at a time, also where the composer makes room for the notes.
    for (const view of ['Notes', 'Talk'] as const) {
      await room.show(ana, view);
      await expect(ana.getByRole('button', { name: /End.* turn/ })).toHaveCount(1);
    }
    await ana.getByRole('button', { name: 'End my turn' }).click();
    await expect(seen(ben, 'Nobody has the floor')).toBeVisible();
  });

  await test.step('the same queue on every screen, and why; a hand outlives its owner’s page', async () => {
    await room.show(ben, 'Queue');
    await ben.getByRole('button', { name: 'Raise my hand' }).first().click();
    await expect(seen(ana, 'second time in this item, raised just now')).toBeVisible();
    await chloe.getByRole('button', { name: 'Raise my hand' }).first().click();
    await expect(chloe.getByRole('button', { name: 'Lower my hand, number 1' }).first()).toBeVisible();
    await expect(seen(ben, 'first time in this item, raised just now')).toBeVisible();
    await ana.getByLabel('Order of the queue').selectOption('First come, first served');
    await expect(chloe.getByRole('button', { name: 'Lower my hand, number 2' }).first()).toBeVisible();
    await ben.goto('/today');
    await expect(seen(ana, 'out of the room, keeps the hand up')).toBeVisible();
    await room.enterRoom(ben, meeting);
    await expect(ben.getByRole('button', { name: 'Lower my hand, number 1' }).first()).toBeVisible();
  });

  await test.step('the lead is offered, declined, kept, accepted and taken back', async () => {
    await handOver();
    await expect(ben.getByRole('alert')).toHaveText('Ana offers you the lead.');
    await expect(seen(ana, /You offered the lead to Ben/)).toBeVisible();
    for (const page of everyone) await expectAccessible(page);
    await ben.getByRole('button', { name: 'Not now' }).click();
    await expect(ben.getByRole('alert')).toHaveCount(0);
    await handOver();
    await ana.getByRole('button', { name: 'Keep the lead' }).click();
    await expect(ben.getByRole('alert')).toHaveCount(0);
    await handOver();
    await ben.getByRole('button', { name: 'Take the lead' }).click();
    await expect(ben.getByRole('button', { name: 'Pause' })).toBeVisible();
    await room.show(chloe, 'Talk');
    await expect(room.talkOn(chloe)).toContainText('Ana handed the lead to Ben');
    await ana.getByRole('button', { name: 'Take the lead back' }).click();
    await expect(ana.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  await test.step('a facilitator whose page is gone has a minute and a half, and everybody sees it run', async () => {
    await ana.goto('/today');
    for (const page of [ben, chloe])
      await expect(seen(page, /Ana has lost the connection\..* 1:[0-3]\d/)).toBeVisible();
    await expectNothingCutOff(chloe);
    await room.enterRoom(ana, meeting);
    for (const page of [ben, chloe]) await expect(seen(page, 'Ana has lost the connection.')).toBeHidden();
    await expect(ana.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  async function handOver(): Promise<void> {
    await ana.getByText('More', { exact: true }).locator('..').click();
    await ana.getByRole('button', { name: 'Hand over the lead' }).click();
    await ana.getByRole('dialog').getByRole('button', { name: 'Ben' }).click();
  }
});

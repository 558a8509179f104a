import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MeetingCommand } from '#app/domain/meeting/commands.ts';
import { readMinutes } from '#server/meetings/read-minutes.ts';
import { granted } from '#test/harness/circles.ts';
import { testClock } from '#test/harness/clock.ts';
import { aMeetingRoom, ask } from '#test/harness/meeting-room.ts';
import { openTestHouse, type TestHouse } from '#test/harness/running-house.ts';

const clock = testClock();
let rondo: TestHouse;
beforeAll(async () => {
  rondo = await openTestHouse({ clock });
});
afterAll(() => rondo.close());

test('everybody is told their own share of the talking, and only when the meeting is closed', async () => {
  const { house } = rondo;
  const { meeting, circle, members } = await aMeetingRoom(house, 3);
  const [lead = '', quiet = '', absent = ''] = members;
  const does = async (actor: string | null, command: MeetingCommand) =>
    granted(await ask(house, meeting, actor, command));
  const shareOf = async (reader: string) => (await readMinutes(house, meeting, circle, reader))?.share;
  const item = {
    item: house.newId(),
    title: 'Risks',
    itemKind: 'topic',
    minutes: 10,
    bringer: null,
    help: '',
  } as const;

  for (const person of [lead, quiet]) await does(null, { kind: 'attendance.arrive', person });
  await does(lead, { kind: 'item.propose', ...item });
  await does(lead, { kind: 'meeting.start' });
  await does(lead, { kind: 'item.start', item: item.item, rev: 0 });
  for (const [person, ms] of [
    [lead, 90_000],
    [quiet, 10_000],
  ] as const) {
    await does(lead, { kind: 'floor.give', person });
    clock.advance(ms);
    await does(lead, { kind: 'floor.end', person });
  }
  expect(await shareOf(lead)).toBeNull();

  await does(lead, { kind: 'meeting.close' });
  expect(await shareOf(lead)).toBe('more');
  expect(await shareOf(quiet)).toBe('less');
  expect(await shareOf(absent)).toBeNull();
});

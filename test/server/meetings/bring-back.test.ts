// What was carried on from a skipped meeting when that is restored: it stands on one agenda, and never on none.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { House } from '#server/house.ts';
import { settleAfterMeeting } from '#server/jobs/settle-after-meeting.ts';
import { carryOverWaiting } from '#server/meetings/carry-over.ts';
import { granted } from '../../harness/circles.ts';
import { agendasOf, topic } from '../../harness/later-meeting.ts';
import { aMeetingRoom, ask } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
const clock = Date.parse('2026-11-26T18:00:00Z');
beforeAll(async () => {
  ground = await openRoomHouse({ now: () => clock });
});
afterAll(() => ground.close());

const { propose, nextMeeting, titles } = agendasOf(() => ground.house);
const skip = { kind: 'meeting.skip' as const, because: 'decided' as const };
const restore = { kind: 'meeting.restore' as const };

/** What the job does after a meeting was closed, skipped or restored. */
const settle = (meeting: string) => settleAfterMeeting.run(ground.house, { meeting }, { id: 'job' });

test('H6 what was carried on from a skipped meeting comes back with it, in its words of today', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 3, clock);
  const [ana = '', ben = ''] = room.members;
  const next = await nextMeeting(room);
  const patient = await propose(room, room.meeting, 'Patient');
  const settled = await propose(room, room.meeting, 'Settled meanwhile');
  granted(await ask(house, room.meeting, ben, { kind: 'vote.cast', item: patient, dots: 2 }));
  const agendas = async () => [await titles(room.meeting), await titles(next)];
  for (const words of ['Patient', 'Patient still']) {
    granted(await ask(house, room.meeting, null, skip));
    await settle(room.meeting);
    expect((await agendas())[1]).toContain(words);
    const edited = { kind: 'item.edit' as const, item: patient, ...topic('Patient still') };
    granted(await ask(house, next, ana, edited));
    if (words === 'Patient') granted(await ask(house, next, ana, { kind: 'item.withdraw', item: settled }));

    granted(await ask(house, room.meeting, null, restore));
    for (const _twice of [1, 2]) await settle(room.meeting);
    expect(await agendas()).toEqual([['Patient still'], []]);
  }
  const state = await house.rooms.state(room.meeting);
  expect(state?.voting.dots[ben]).toEqual({ [patient]: 2 });
});

test('H6 an item stands on one agenda, in whatever order skipped meetings are restored', async () => {
  const { house } = ground;
  for (const restored of [
    [0, 1],
    [1, 0],
  ]) {
    const room = await aMeetingRoom(house, 3, clock);
    const second = await nextMeeting(room);
    const third = await nextMeeting({ ...room, startsAt: room.startsAt + 14 * 86_400_000 });
    const meetings = [room.meeting, second];
    await propose(room, room.meeting, 'Patient');
    for (const meeting of meetings) {
      granted(await ask(house, meeting, null, skip));
      await settle(meeting);
    }
    expect(await titles(third)).toEqual(['Patient']);
    for (const index of restored) {
      granted(await ask(house, meetings[index] ?? '', null, restore));
      await settle(meetings[index] ?? '');
    }
    expect([await titles(room.meeting), await titles(second), await titles(third)]).toEqual([
      ['Patient'],
      [],
      [],
    ]);
  }
});

test('H6 what came back waits for a next meeting again when both are skipped, the later one first', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 3, clock);
  const second = await nextMeeting(room);
  await propose(room, room.meeting, 'Patient');
  for (const command of [skip, restore]) {
    granted(await ask(house, room.meeting, null, command));
    await settle(room.meeting);
  }
  for (const meeting of [second, room.meeting]) {
    granted(await ask(house, meeting, null, skip));
    await settle(meeting);
  }
  const third = await nextMeeting({ ...room, startsAt: room.startsAt + 14 * 86_400_000 });
  await carryOverWaiting(house, room.circle);
  expect(await titles(third)).toEqual(['Patient']);
});

test('H6 restoring asks for it in the same transaction, as skipping does', async () => {
  const { house, database } = ground;
  const room = await aMeetingRoom(house, 1, clock);
  const key = `settle-after-meeting:${room.meeting}`;
  const queued = async () => {
    const { rows } = await database.pool.query('select from graphile_worker.jobs where key = $1', [key]);
    return rows.length;
  };
  for (const command of [skip, restore]) {
    granted(await ask(house, room.meeting, null, command));
    expect(await queued()).toBe(1);
    await database.pool.query('select graphile_worker.remove_job($1)', [key]);
  }
});

test('H6 a meeting that is restored while its items are being carried on has them all the same', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 3, clock);
  const next = await nextMeeting(room);
  await propose(room, room.meeting, 'Patient');
  granted(await ask(house, room.meeting, null, skip));
  // Somebody restores it between the look at it and what is written to the next one.
  const execute: House['rooms']['execute'] = async (asked) => {
    if (asked.room === next && asked.command.kind === 'item.carry')
      granted(await ask(house, room.meeting, null, restore));
    return house.rooms.execute(asked);
  };
  const late = { ...house, rooms: { ...house.rooms, execute } };
  await settleAfterMeeting.run(late, { meeting: room.meeting }, { id: 'job' });
  expect([await titles(room.meeting), await titles(next)]).toEqual([['Patient'], []]);
});

test('X2 a restored meeting knows who had the hot seat while it was skipped', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 3, clock);
  const [ana = ''] = room.members;
  const second = await nextMeeting(room);
  await nextMeeting({ ...room, startsAt: room.startsAt + 14 * 86_400_000 });
  granted(await ask(house, second, null, skip));
  await settle(second);
  const had = { ...topic('A hard talk'), itemKind: 'hot-seat' as const, item: randomUUID(), bringer: ana };
  for (const command of [
    { kind: 'item.propose' as const, ...had },
    { kind: 'item.start' as const, item: had.item, rev: 0 },
    { kind: 'meeting.close' as const },
  ])
    granted(await ask(house, room.meeting, ana, command));
  await settle(room.meeting);

  granted(await ask(house, second, null, restore));
  for (const _twice of [1, 2]) await settle(second);
  const state = await house.rooms.state(second);
  expect(state?.seats).toEqual({ [ana]: { turns: 1, last: room.startsAt } });
});

// What a meeting did not reach goes on, once, in order, whether it was closed or skipped.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listedItems } from '#app/domain/meeting/agenda.ts';
import { nextInSeat } from '#app/domain/meeting/hot-seats.ts';
import { carryOver, carryOverWaiting } from '#server/meetings/carry-over.ts';
import { closeForgotten } from '#server/meetings/close-forgotten.ts';
import { tellSeatsAgain } from '#server/meetings/tell-seats.ts';
import { granted } from '../../harness/circles.ts';
import { agendasOf, topic } from '../../harness/later-meeting.ts';
import { aMeetingRoom, ask } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
let clock = Date.parse('2026-11-26T18:00:00Z');
beforeAll(async () => {
  ground = await openRoomHouse({ now: () => clock });
});
afterAll(() => ground.close());

const { propose, nextMeeting, titles } = agendasOf(() => ground.house);

test('what was not reached stands on the next agenda once, however often it is carried', async () => {
  const room = await aMeetingRoom(ground.house, 3, clock);
  const next = await nextMeeting(room);
  await propose(room, next, 'New idea');
  for (const title of ['Reached', 'Waiting', 'Also waiting']) await propose(room, room.meeting, title);
  await ask(ground.house, room.meeting, room.members[0] ?? null, { kind: 'item.next', running: null });
  await ask(ground.house, room.meeting, room.members[0] ?? null, { kind: 'meeting.close' });
  await Promise.all([carryOver(ground.house, room.meeting), carryOver(ground.house, room.meeting)]);
  await carryOver(ground.house, room.meeting);
  expect(await titles(next)).toEqual(['Waiting', 'Also waiting', 'New idea']);
});

test('without a next meeting it waits until one is planned', async () => {
  const room = await aMeetingRoom(ground.house, 3, clock);
  await propose(room, room.meeting, 'Patient');
  await ask(ground.house, room.meeting, null, { kind: 'meeting.skip', because: 'decided' });
  await carryOver(ground.house, room.meeting);
  const next = await nextMeeting(room);
  await carryOverWaiting(ground.house, room.circle);
  expect(await titles(next)).toEqual(['Patient']);
});

test('what waits is not forgotten over a meeting that was skipped, before it or long after', async () => {
  const fortnight = 14 * 86_400_000;
  for (const skippedAfter of [1, 3]) {
    const room = await aMeetingRoom(ground.house, 3, clock);
    const [ana = ''] = room.members;
    const skipped = await nextMeeting({ ...room, startsAt: room.startsAt + (skippedAfter - 1) * fortnight });
    await ask(ground.house, skipped, null, { kind: 'meeting.skip', because: 'decided' });
    await propose(room, room.meeting, 'Patient');
    await propose(room, room.meeting, 'Patient too');
    const had = { ...topic('A hard talk'), itemKind: 'hot-seat' as const, item: randomUUID(), bringer: ana };
    await ask(ground.house, room.meeting, ana, { kind: 'item.propose', ...had });
    await ask(ground.house, room.meeting, ana, { kind: 'item.start', item: had.item, rev: 0 });
    await ask(ground.house, room.meeting, ana, { kind: 'meeting.close' });
    await carryOver(ground.house, room.meeting);
    const next = await nextMeeting({ ...room, startsAt: room.startsAt + fortnight });
    for (const _twice of [1, 2]) await carryOverWaiting(ground.house, room.circle);
    expect(await titles(next)).toEqual(['Patient', 'Patient too']);
    const { seats } = (await ground.house.rooms.state(next)) ?? {};
    expect(seats).toEqual({ [ana]: { turns: 1, last: room.startsAt } });
  }
});

test('what the database would not take for a moment is carried when the job is run again', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 2, clock);
  const next = await nextMeeting(room);
  await propose(room, room.meeting, 'Patient');
  await ask(house, room.meeting, null, { kind: 'meeting.skip', because: 'decided' });
  const shut = sql`alter table room_event add constraint shut check (kind <> 'item.proposed') not valid`;
  await shut.execute(house.db);
  await expect(carryOver(house, room.meeting)).rejects.toThrow('could not be told');
  await sql`alter table room_event drop constraint shut`.execute(house.db);
  await carryOver(house, room.meeting);
  expect(await titles(next)).toEqual(['Patient']);
});

test('a meeting that is planned while one is on takes nothing from the one before it', async () => {
  const room = await aMeetingRoom(ground.house, 3, clock);
  const [ana = ''] = room.members;
  const now = await nextMeeting({ ...room, startsAt: room.startsAt - 14 * 86_400_000 + 60_000 });
  await propose(room, room.meeting, 'Patient');
  await ask(ground.house, room.meeting, null, { kind: 'meeting.skip', because: 'decided' });
  await carryOver(ground.house, room.meeting);
  granted(await ask(ground.house, now, null, { kind: 'lead.assign', lead: ana, line: [] }));
  granted(await ask(ground.house, now, ana, { kind: 'meeting.start' }));
  const next = await nextMeeting(room);
  await carryOverWaiting(ground.house, room.circle);
  expect([await titles(now), await titles(next)]).toEqual([['Patient'], []]);
});

test('what was withdrawn from an agenda that was skipped then does not come back', async () => {
  const room = await aMeetingRoom(ground.house, 3, clock);
  const [ana = ''] = room.members;
  await propose(room, room.meeting, 'Patient');
  await propose(room, room.meeting, 'Settled meanwhile');
  await ask(ground.house, room.meeting, ana, { kind: 'meeting.start' });
  const second = await nextMeeting(room);
  await ask(ground.house, room.meeting, ana, { kind: 'meeting.close' });
  await carryOver(ground.house, room.meeting);
  const { items = [] } = (await ground.house.rooms.state(second)) ?? {};
  const settled = items.find(({ title }) => title === 'Settled meanwhile')?.id ?? '';
  await ask(ground.house, second, ana, { kind: 'item.withdraw', item: settled });
  await ask(ground.house, second, null, { kind: 'meeting.skip', because: 'decided' });
  const third = await nextMeeting({ ...room, startsAt: room.startsAt + 14 * 86_400_000 });
  await carryOverWaiting(ground.house, room.circle);
  expect(await titles(third)).toEqual(['Patient']);
});

test('X2 T8 the next meeting knows who has had the hot seat, through a skipped one as well', async () => {
  const room = await aMeetingRoom(ground.house, 3, clock);
  const [ana = '', ben = ''] = room.members;
  const next = await nextMeeting(room);
  const seat = { ...topic('A hard talk'), itemKind: 'hot-seat' as const };
  const [had, missed] = [randomUUID(), randomUUID()];
  for (const [item, bringer] of [
    [had, ana],
    [missed, ben],
  ] as const)
    await ask(ground.house, room.meeting, ana, { kind: 'item.propose', item, ...seat, bringer });
  await ask(ground.house, room.meeting, ana, { kind: 'item.start', item: had, rev: 0 });
  await ask(ground.house, room.meeting, ana, { kind: 'meeting.close' });
  await carryOver(ground.house, room.meeting);
  const seats = { [ana]: { turns: 1, last: room.startsAt } };
  const told = await ground.house.rooms.state(next);
  expect(told?.seats).toEqual(seats);
  expect(listedItems(told?.items ?? [])).toMatchObject([{ id: missed, bringer: ben }]);
  expect(told && nextInSeat(told, room.members, missed)).toBe(room.members[2]);

  await ask(ground.house, next, null, { kind: 'meeting.skip', because: 'decided' });
  const third = await nextMeeting({ ...room, meeting: next, startsAt: room.startsAt + 14 * 86_400_000 });
  for (const _twice of [1, 2]) await tellSeatsAgain(ground.house, room.circle);
  expect((await ground.house.rooms.state(third))?.seats).toEqual(seats);
});

test('X2 what the database would not take of it for a moment is told when the job is run again', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 2, clock);
  const [ana = ''] = room.members;
  const next = await nextMeeting(room);
  const had = { kind: 'item.propose', item: randomUUID(), ...topic('Had'), itemKind: 'hot-seat' } as const;
  await ask(house, room.meeting, ana, { ...had, bringer: ana });
  await ask(house, room.meeting, ana, { kind: 'item.next', running: null });
  await ask(house, room.meeting, ana, { kind: 'meeting.close' });
  const shut = sql`alter table room_event add constraint shut check (kind <> 'seats.told') not valid`;
  await shut.execute(house.db);
  await expect(carryOver(house, room.meeting)).rejects.toThrow('could not be told');
  await sql`alter table room_event drop constraint shut`.execute(house.db);
  await carryOver(house, room.meeting);
  expect((await house.rooms.state(next))?.seats).toHaveProperty(ana);
});

test('H4 a forgotten room closes by itself half an hour after its end, and not before', async () => {
  const live = await aMeetingRoom(ground.house, 3, clock);
  const empty = await aMeetingRoom(ground.house, 3, clock);
  await ask(ground.house, live.meeting, live.members[0] ?? null, { kind: 'meeting.start' });
  clock += 89 * 60_000;
  await closeForgotten(ground.house);
  expect((await ground.house.rooms.state(live.meeting))?.status).toBe('live');
  clock += 60_000;
  await closeForgotten(ground.house);
  expect((await ground.house.rooms.state(live.meeting))?.status).toBe('closed');
  expect((await ground.house.rooms.state(empty.meeting))?.status).toBe('skipped');
});

test('H6 what stands on a planned agenda, or was withdrawn there, is not carried to one that is planned before it', async () => {
  const { house } = ground;
  const room = await aMeetingRoom(house, 3, clock);
  const [ana = ''] = room.members;
  const later = await nextMeeting({ ...room, startsAt: room.startsAt + 14 * 86_400_000 });
  for (const title of ['Reached', 'Waiting', 'Withdrawn']) await propose(room, room.meeting, title);
  granted(await ask(house, room.meeting, ana, { kind: 'item.next', running: null }));
  granted(await ask(house, room.meeting, ana, { kind: 'meeting.close' }));
  await carryOver(house, room.meeting);
  const { items = [] } = (await house.rooms.state(later)) ?? {};
  const item = items.find(({ title }) => title === 'Withdrawn')?.id ?? '';
  granted(await ask(house, later, ana, { kind: 'item.withdraw', item }));
  const extra = await nextMeeting(room);
  await carryOverWaiting(house, room.circle);
  expect(await titles(extra)).toEqual([]);
  expect(await titles(later)).toEqual(['Waiting']);
});

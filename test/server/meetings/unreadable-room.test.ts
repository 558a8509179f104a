// One log that this process cannot read, because a newer Rondo has written to it (P12), keeps nothing from the other rooms.
import { afterAll, expect, test } from 'vitest';
import { endMembership, insertMembership } from '#db/membership.ts';
import { closeForgotten } from '#server/meetings/close-forgotten.ts';
import { settleAll } from '#server/meetings/settle-all.ts';
import { listAttendedRooms } from '#server/rooms/list-attended-rooms.ts';
import { lookAtToday } from '#server/today/look-at-today.ts';
import { aMeetingRoom, ask, type MeetingRoom, post } from '../../harness/meeting-room.ts';
import { openRoomHouse } from '../../harness/room-house.ts';

let clock = Date.UTC(2026, 10, 26, 18);
const { house, database, close } = await openRoomHouse({ now: () => clock });
const other = await openRoomHouse({ database, now: () => clock });
afterAll(async () => {
  await other.close();
  await close();
});

/** Something that nobody here has a meaning for is in this log. */
async function makeUnreadable({ meeting }: MeetingRoom): Promise<void> {
  const { version } = await house.db
    .updateTable('room')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where('id', '=', meeting)
    .returning('version')
    .executeTakeFirstOrThrow();
  await house.db
    .insertInto('room_event')
    .values({ room_id: meeting, version, kind: 'meeting.dreamt', at: new Date(clock), body: '{}' })
    .execute();
  house.rooms.forget(meeting);
}

async function aMeetingWithSomebody(): Promise<MeetingRoom> {
  const room = await aMeetingRoom(house, 2, clock);
  const [person = ''] = room.members;
  await ask(house, room.meeting, null, { kind: 'attendance.arrive', person });
  await ask(house, room.meeting, person, { kind: 'meeting.start' });
  return room;
}

test('after a start the people in the other rooms are looked after', async () => {
  const rooms = [await aMeetingWithSomebody(), await aMeetingWithSomebody()];
  const [strange, plain] = rooms as [MeetingRoom, MeetingRoom];
  await makeUnreadable(strange);
  expect(await listAttendedRooms(house)).toEqual({ attended: [plain.meeting], unread: [] });
});

test('the other rooms are closed when everybody has left them', async () => {
  const rooms = [
    await aMeetingRoom(house, 2, clock),
    await aMeetingRoom(house, 2, clock),
    await aMeetingRoom(house, 2, clock),
  ];
  for (const room of rooms)
    await ask(house, room.meeting, room.members[0] ?? null, { kind: 'meeting.start' });
  const [, strange] = rooms;
  if (strange) await makeUnreadable(strange);
  clock += 90 * 60_000;
  await closeForgotten(house).catch(() => {});
  const closed = await house.db.selectFrom('meeting').select('id').where('status', '=', 'closed').execute();
  for (const { meeting } of [rooms[0], rooms[2]] as MeetingRoom[])
    expect(closed).toContainEqual({ id: meeting });
});

test('whoever comes into another room on another process hears what is new there', async () => {
  const rooms = [await aMeetingRoom(house, 3, clock), await aMeetingRoom(house, 3, clock)];
  const [strange, plain] = rooms as [MeetingRoom, MeetingRoom];
  for (const { meeting } of rooms) await other.house.rooms.state(meeting);
  await makeUnreadable(strange);
  // So that more has to be read than the log alone.
  const [person = '', leaver = ''] = plain.members;
  await endMembership(house.db, {
    circleId: plain.circle,
    personId: leaver,
    how: 'left',
    at: new Date(clock),
  });
  await ask(house, plain.meeting, person, post());
  const read = [strange, plain].map(({ meeting }) => other.house.rooms.state(meeting, 3));
  expect(await Promise.allSettled(read)).toMatchObject([
    { status: 'rejected' },
    { status: 'fulfilled', value: { version: 3 } },
  ]);
});

test('the other circles are settled', async () => {
  const start = clock + 86_400_000;
  const rooms = [
    await aMeetingRoom(house, 2, start),
    await aMeetingRoom(house, 2, start),
    await aMeetingRoom(house, 2, start),
  ];
  const ids = rooms.map(({ meeting }) => meeting);
  await house.db.updateTable('meeting').set({ length_minutes: 45 }).where('id', 'in', ids).execute();
  const [, strange] = rooms;
  if (strange) await makeUnreadable(strange);
  await settleAll(house).catch(() => {});
  for (const room of [rooms[0], rooms[2]])
    expect((await house.rooms.state(room?.meeting ?? ''))?.lengthMinutes).toBe(45);
});

test('whoever belongs to another circle, too, sees both meetings on their first page', async () => {
  const [strange, plain] = [await aMeetingRoom(house, 2, clock), await aMeetingRoom(house, 2, clock)];
  const [person = ''] = strange.members;
  await insertMembership(house.db, {
    id: house.newId(),
    circleId: plain.circle,
    personId: person,
    at: new Date(clock),
  });
  await makeUnreadable(strange);
  const { meetings } = await lookAtToday(house, person);
  expect(meetings.map(({ id }) => id).sort()).toEqual([strange.meeting, plain.meeting].sort());
});

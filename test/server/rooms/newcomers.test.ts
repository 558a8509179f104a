// Whoever joins while a room is in memory belongs to it at once, on every process.
import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { aMeetingRoom, aMember, ask, type MeetingRoom } from '../../harness/meeting-room.ts';
import type { RoomHouse } from '../../harness/room-house.ts';
import { openTwoHouses } from '../../harness/two-houses.ts';

const { one, two, close } = await openTwoHouses();
afterAll(close);

const arrive = ({ house }: RoomHouse, { meeting }: MeetingRoom, person: string) =>
  ask(house, meeting, null, { kind: 'attendance.arrive', person });

/** A meeting that is on, with everybody there, in the memory of both processes; then somebody joins the circle. */
async function joined() {
  const room = await aMeetingRoom(one.house, 2);
  const { circle, meeting, members } = room;
  const [lead = ''] = members;
  for (const person of members) await arrive(one, room, person);
  expect(await ask(one.house, meeting, lead, { kind: 'meeting.start' })).toHaveProperty('version');
  await two.house.rooms.state(meeting);

  const newcomer = await aMember(one.house.db, 9);
  await one.house.db
    .insertInto('membership')
    .values({ id: randomUUID(), circle_id: circle, person_id: newcomer, seat: 9 })
    .execute();
  return { room, lead, newcomer };
}

const peopleAsked = async ({ house }: RoomHouse, { meeting }: MeetingRoom) =>
  (await house.rooms.since(meeting, 0)).flatMap((event) =>
    event.kind === 'round.invited' ? [...event.people].sort() : [],
  );

test('who has joined and come in is asked in a round, on the process where they sit', async () => {
  const { room, lead, newcomer } = await joined();
  await arrive(one, room, newcomer);
  await ask(one.house, room.meeting, lead, { kind: 'round.invite', order: 'ring', seed: 1 });
  expect(await peopleAsked(one, room)).toEqual([...room.members, newcomer].sort());
});

test('and on a process that only read that they came in', async () => {
  const { room, lead, newcomer } = await joined();
  await arrive(one, room, newcomer);
  await ask(two.house, room.meeting, lead, { kind: 'round.invite', order: 'ring', seed: 1 });
  expect(await peopleAsked(two, room)).toEqual([...room.members, newcomer].sort());
});

test('whoever leads can give them a role', async () => {
  const { room, lead, newcomer } = await joined();
  await arrive(one, room, newcomer);
  const given = { kind: 'role.give', role: 'timekeeper', person: newcomer } as const;
  expect(await ask(two.house, room.meeting, lead, given)).toHaveProperty('version');
});

// What is new to somebody is what happened since they looked, in circles they belonged to by then.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertMembership } from '#db/membership.ts';
import { lookAtToday } from '#server/today/look-at-today.ts';
import { aMeetingRoom, aMember, ask } from '#test/harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
beforeAll(async () => {
  ground = await openRoomHouse();
});
afterAll(() => ground.close());

test('who joins a circle hears neither who had joined before nor of minutes from before, but of those after', async () => {
  const { house } = ground;
  const { db } = house;
  const newcomer = await aMember(db, 9);
  const room = await aMeetingRoom(house, 2);
  const [ana = ''] = room.members;
  await ask(house, room.meeting, ana, { kind: 'meeting.start' });
  await ask(house, room.meeting, ana, { kind: 'meeting.close' });
  const join = (personId: string, at: Date) =>
    insertMembership(db, { id: randomUUID(), circleId: room.circle, personId, at });
  const joined = Date.now() + 60_000;
  await join(newcomer, new Date(joined));
  expect((await lookAtToday(house, newcomer)).news).toEqual([]);
  const kinds = async (person: string) => (await lookAtToday(house, person)).news.map(({ kind }) => kind);
  // Ben joined together with her.
  expect(await kinds(ana)).toEqual(['minutes', 'newcomer']);

  await join(await aMember(db, 10), new Date(joined + 1));
  expect(await kinds(newcomer)).toEqual(['newcomer']);
});

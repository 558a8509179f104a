import { randomUUID } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { endMembership } from '#db/membership.ts';
import { findRoom } from '#db/room.ts';
import { openReader } from '#server/rooms/read-on.ts';
import { openRoomCache } from '#server/rooms/room-cache.ts';
import { openTeller } from '#server/rooms/teller.ts';
import { aMeetingRoom, ask } from '#test/harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '#test/harness/room-house.ts';

let ground: RoomHouse;
/** Rooms with 2, 5 and 8 events. */
const rooms: string[] = [];

beforeAll(async () => {
  ground = await openRoomHouse();
  for (const lines of [0, 3, 6]) {
    const { meeting, members } = await aMeetingRoom(ground.house, 4);
    for (let line = 0; line < lines; line++) {
      const post = { kind: 'message.post' as const, message: randomUUID(), text: 'hello' };
      await ask(ground.house, meeting, members[0] ?? '', post);
    }
    rooms.push(meeting);
  }
});
afterAll(() => ground.close());

const open = (limits: { rooms: number; events: number }) =>
  openRoomCache(ground.house, openTeller(ground.house), limits);

/** Of these rooms, which are the same object as before when they are asked for again, the newest first. */
async function kept(cache: ReturnType<typeof open>): Promise<boolean[]> {
  const before = [];
  for (const room of rooms) before.push(await cache.get(room));
  const same = [];
  for (const index of [2, 1, 0]) same.push((await cache.get(rooms[index] ?? '')) === before[index]);
  return same;
}

test('what fits is read once', async () => {
  expect(await kept(open({ rooms: 3, events: 15 }))).toEqual([true, true, true]);
});

test('beyond so many rooms the least recently used is let go', async () => {
  expect(await kept(open({ rooms: 2, events: 1_000 }))).toEqual([true, true, false]);
});

test('beyond so many events as well, but never the room that was just asked for', async () => {
  expect(await kept(open({ rooms: 1_000, events: 13 }))).toEqual([true, true, false]);
  expect(await kept(open({ rooms: 1_000, events: 1 }))).toEqual([true, false, false]);
});

test('P11 an answer about members that comes late does not bring back whoever has left meanwhile', async () => {
  const { house } = ground;
  const { meeting, members, circle } = await aMeetingRoom(house, 4);
  const [leaver = ''] = members;
  let read = () => {};
  let pass = () => {};
  const isRead = new Promise<void>((resolve) => {
    read = resolve;
  });
  const isPassed = new Promise<void>((resolve) => {
    pass = resolve;
  });
  const late: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      read();
      await isPassed;
      return result;
    },
  };
  const teller = openTeller(house);
  const room = await openRoomCache(house, teller).get(meeting);
  if (!room) throw new Error('no room');
  const { departures } = room;
  const asked = [house.db.withPlugin(late)];
  const slow = openRoomCache(
    {
      ...house,
      get db() {
        return asked.pop() ?? house.db;
      },
    },
    teller,
  );
  const refreshed = slow.refreshMembers(room);
  await isRead;

  await endMembership(house.db, { circleId: circle, personId: leaver, how: 'left', at: new Date() });
  const row = await findRoom(house.db, meeting);
  await openReader(house, teller).lookAround(room, row?.departures ?? 0);
  pass();
  await refreshed;
  expect([...room.members]).not.toContain(leaver);
  expect(room.departures).toBe(departures + 1);
});

test('P15 what has been told of a room that is asked about is not forgotten, however many rooms come after it', () => {
  const teller = openTeller(ground.house);
  const [here, quiet] = [randomUUID(), randomUUID()];
  for (const room of [here, quiet]) teller.begin(room, 7);
  for (let count = 0; count < 30_000; count += 1) {
    teller.begin(randomUUID(), 1);
    expect(teller.told(here)).toBe(7);
  }
  expect(teller.told(quiet)).toBeUndefined();
});

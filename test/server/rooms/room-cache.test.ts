import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

// People met and promised things, and nobody pressed Start: the meeting counts as skipped, and the promises stand.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOpenActionItems } from '#db/action-item.ts';
import { closeForgotten } from '#server/meetings/close-forgotten.ts';
import { granted } from '../../harness/circles.ts';
import { aMeetingRoom, ask } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
let clock = Date.parse('2026-11-26T18:00:00Z');
beforeAll(async () => {
  ground = await openRoomHouse({ now: () => clock });
});
afterAll(() => ground.close());

test('M2 an action item of a meeting that counts as skipped is ticked off, and is open no more', async () => {
  const { house } = ground;
  const { meeting, circle, members } = await aMeetingRoom(house, 2, clock);
  const [ana = '', ben = ''] = members;
  const action = randomUUID();
  const promise = { kind: 'action.add' as const, action, text: 'Write it up', owner: ben, due: null };
  granted(await ask(house, meeting, ana, promise));
  clock += 4 * 3_600_000;
  await closeForgotten(house);
  expect((await house.rooms.state(meeting))?.status).toBe('skipped');
  expect(await listOpenActionItems(house.db, circle)).toHaveLength(1);
  granted(await ask(house, meeting, ben, { kind: 'action.complete', action }));
  expect(await listOpenActionItems(house.db, circle)).toEqual([]);
});

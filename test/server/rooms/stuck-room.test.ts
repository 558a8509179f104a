// A room whose row somebody holds, as a process that stands still does: what is said in the others is not late for it.
import { afterAll, expect, test } from 'vitest';
import { aMeetingRoom, ask, type MeetingRoom, post } from '../../harness/meeting-room.ts';
import { openRoomHouse } from '../../harness/room-house.ts';

const { house, database, close } = await openRoomHouse();
afterAll(close);

const say = ({ meeting, members }: MeetingRoom) => ask(house, meeting, members[0] ?? null, post());

test('what goes into one commit with a room that cannot be written to is stored all the same, and soon', async () => {
  const [stuck, free] = [await aMeetingRoom(house, 2), await aMeetingRoom(house, 2)];
  const holder = await database.pool.connect();
  await holder.query('begin');
  await holder.query('select from room where id = $1 for update', [stuck.meeting]);
  try {
    const late = say(stuck);
    const began = performance.now();
    expect(await say(free)).toHaveProperty('version');
    // Less than it takes until the room is given up once.
    expect(performance.now() - began).toBeLessThan(2_500);
    await holder.query('rollback');
    expect(await late).toHaveProperty('version');
  } finally {
    holder.release();
  }
});

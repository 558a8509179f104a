// Rooms that commit at the same moment: what one of them waits for is nothing to the others.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Done } from '#server/rooms/room-states.ts';
import { until } from '#test/harness/until.ts';
import { aMeetingRoom, ask } from '../../harness/meeting-room.ts';
import { openRoomHouse, type RoomHouse } from '../../harness/room-house.ts';

let ground: RoomHouse;
beforeAll(async () => {
  ground = await openRoomHouse();
});
afterAll(() => ground.close());

test('P6 a room that waits for its projections holds up no room that only talks', async () => {
  const { house } = ground;
  const [slow, quick] = [await aMeetingRoom(house, 3), await aMeetingRoom(house, 3)];
  const say = () => ({ kind: 'message.post', message: randomUUID(), text: 'Meanwhile' }) as const;
  const order: string[] = [];
  let started: Promise<unknown> = Promise.resolve();

  await house.db.transaction().execute(async (tx) => {
    await sql`select 1 from meeting where id = ${slow.meeting} for update`.execute(tx);
    started = ask(house, slow.meeting, slow.members[0] ?? null, { kind: 'meeting.start' }).then((answer) => {
      order.push('started');
      return answer;
    });
    const together = ask(house, quick.meeting, quick.members[1] ?? null, say());
    const waiting = await until(waitsForALock);
    void ask(house, slow.meeting, slow.members[1] ?? null, say()).then(() => order.push('behind'));
    expect(((await together) as Done).version).toBe(3);
    const after = await ask(house, quick.meeting, quick.members[1] ?? null, say());
    expect((after as Done).version).toBe(4);
    // Still the same transaction, not another try.
    expect(await waitsForALock()).toBe(waiting);
    expect(order).toEqual([]);
  });

  expect(await started).toMatchObject({ version: expect.any(Number) });
  await until(() => expect(order).toEqual(['started', 'behind']));
});

/** Since when the one transaction that waits for a lock has been open. */
async function waitsForALock(): Promise<string> {
  const { rows } = await sql<{ since: string }>`select xact_start::text as since from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(ground.house.db);
  expect(rows).toHaveLength(1);
  return rows[0]?.since ?? '';
}

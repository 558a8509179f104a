// Several processes of one house, on one database: the line between them breaks, and comes back.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import { byPostgres, byRedis, manyProcesses, never, words } from '#test/harness/many-processes.ts';
import { post } from '#test/harness/meeting-room.ts';
import { startRedis, type TestRedis } from '#test/harness/redis.ts';
import { until } from '#test/harness/until.ts';

let redis: TestRedis;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.kill());

const { servers, open, lineAt, house, log, heardByAll } = manyProcesses();

describe('when the line between processes breaks', () => {
  test('P15 a listener that PostgreSQL ends is replaced, as often as that happens', async () => {
    const room = await open(2, { logs: never, rights: never }, byPostgres);
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    for (let round = 0; round < 4; round += 1) {
      await heardByAll([two], room);
      const ended = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and query like 'LISTEN%'`.execute(house().db);
      expect(ended.rows.length).toBeGreaterThan(0);
    }
    await heardByAll([two], room);
    const truth = (await log(room)).map(maskEvent);
    expect(two.events()).toEqual(truth.slice(truth.length - two.events().length));
  });

  test('P15 without Redis the rooms are kept in step by looking; with it back, by word', async () => {
    const room = await open(
      2,
      { logs: 100, rights: never },
      byRedis(() => redis),
    );
    const one = await lineAt(servers[0], room.members[0], { room: room.meeting });
    const two = await lineAt(servers[1], room.members[1], { room: room.meeting });
    await redis.kill();
    for (const text of ['a', 'b'])
      expect(await one.command(room.meeting, post(text))).toHaveProperty('version');
    await until(() => expect(words(two)).toEqual(['a', 'b']));
    await redis.start();
    // A cut comes by word alone here; it is said until it gets through.
    await until(() => {
      house(0).cut({ person: room.members[1] ?? '', circle: room.circle });
      expect(two.cuts).toEqual([{ room: room.meeting }]);
    });
  });
});

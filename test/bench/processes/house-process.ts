// One of several processes of one house, without pages: sockets, rules, PostgreSQL, and a way to the others.
import { sql } from 'kysely';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import { endRight, prepareEndings, type Whose } from '#test/harness/endings.ts';
import { answerAsks, usage } from '../answer-asks.ts';
import { openBenchHouse } from '../bench-house.ts';
import { furnish } from '../room/furnish.ts';
import type { RoomShape } from '../room/world.ts';

const [, , database = '', port = '0', channel = '', redis = ''] = process.argv;
const { house, close } = await openBenchHouse({
  database,
  port: Number(port),
  wire: (_settings, log) => (redis ? redisWire(redis, log, channel) : postgresWire(database, log, channel)),
});

/** Which circle each room belongs to. */
async function circles(): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: string; circle: string }>`
    select id, circle_id as circle from room`.execute(house.db);
  return Object.fromEntries(rows.map(({ id, circle }) => [id, circle]));
}

answerAsks(
  {
    usage,
    async world(shape: RoomShape) {
      const world = await furnish(house, shape);
      await prepareEndings(house);
      return { ...world, circles: await circles() };
    },
    end: ({ ending, whose }: { ending: string; whose: Whose }) => endRight(house, ending, whose),
  },
  close,
);

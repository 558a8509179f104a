// One of several processes of one house, without pages: sockets, rules, PostgreSQL, and a way to the others.
import { sql } from 'kysely';
import { pino } from 'pino';
import { connect } from '#db/connect.ts';
import { connectLive } from '#server/connect-live.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { createHouse } from '#server/open-house.ts';
import { postgresWire } from '#server/processes/postgres-wire.ts';
import { redisWire } from '#server/processes/redis-wire.ts';
import { readSettings } from '#server/settings.ts';
import { endRight, prepareEndings, type Whose } from '#test/harness/endings.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { answerAsks, usage } from '../answer-asks.ts';
import { furnish } from '../room/furnish.ts';
import type { RoomShape } from '../room/world.ts';

const [, , database = '', port = '0', channel = '', redis = ''] = process.argv;
const server = openServer();
const settings = { ...readSettings({ LOG_LEVEL: 'error' }), origin: `http://127.0.0.1:${port}` };
const connection = connect(database, { poolSize: settings.databasePoolSize });
const log = pino({ level: 'error' }, pino.destination(2));
const house = createHouse({ connection, settings, log, figures: unlimited });
const wire = redis ? redisWire(redis, log, channel) : postgresWire(database, log, channel);
const live = connectLive(server, house, { wire });
await listen(server, '127.0.0.1', Number(port));

async function close(): Promise<void> {
  const closed = closeServer(server, 500);
  await live.close();
  await closed;
  await house.rooms.close();
  await wire.close();
  await connection.close();
}

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

// Our server as shipped: the whole house with sign-ins, rules, pages and PostgreSQL. Only how often one person may do
// things is lifted, because a few hundred people stand for many thousand.
import { promisify } from 'node:util';
import { pino } from 'pino';
import { connect } from '#db/connect.ts';
import { connectLive } from '#server/connect-live.ts';
import { openBuild } from '#server/http/builds.ts';
import { openEdge } from '#server/http/open-edge.ts';
import { closeServer, listen, openServer } from '#server/http/open-server.ts';
import { createHouse } from '#server/open-house.ts';
import { openWire } from '#server/processes/open-wire.ts';
import { readSettings } from '#server/settings.ts';
import { unlimited } from '#test/harness/unlimited.ts';
import { answerAsks, usage } from '../answer-asks.ts';
import { countLines } from './count-lines.ts';
import { furnish } from './furnish.ts';
import { longMeeting, sayMeanwhile } from './long-meeting.ts';
import type { RoomShape, World } from './world.ts';

const [, , database = '', port = '0'] = process.argv;
const server = openServer();
const origin = `http://127.0.0.1:${port}`;
const settings = { ...readSettings({ LOG_LEVEL: 'error' }), port: Number(port), origin };
const connection = connect(database, { poolSize: settings.databasePoolSize });
const log = pino({ level: 'error' }, pino.destination(2));
const house = createHouse({ connection, settings, log, figures: unlimited });
const wire = openWire(settings, database, log);
const live = connectLive(server, house, { wire });
server.on('request', openEdge(house, await openBuild()));
await listen(server, '127.0.0.1', Number(port));

async function close(): Promise<void> {
  const closed = closeServer(server, 500);
  await live.close();
  await closed;
  await house.rooms.close();
  await wire.close();
  await connection.close();
}

answerAsks(
  {
    usage,
    world: (shape: RoomShape) => furnish(house, shape),
    lines: (rooms: string[]) => countLines(house.db, rooms),
    'long meeting': (events: number) => longMeeting(house, events),
    connections: () => promisify(server.getConnections.bind(server))(),
    forget: (room: string) => house.rooms.forget(room),
    'say meanwhile': ({ world, lines }: { world: World; lines: number }) => sayMeanwhile(house, world, lines),
  },
  close,
);

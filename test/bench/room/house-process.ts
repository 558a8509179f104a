// Our server with its pages, for the benchmarks of one process.
import { promisify } from 'node:util';
import { openWire } from '#server/processes/open-wire.ts';
import { answerAsks, usage } from '../answer-asks.ts';
import { openBenchHouse } from '../bench-house.ts';
import { countLines } from './count-lines.ts';
import { furnish } from './furnish.ts';
import { longMeeting, sayMeanwhile } from './long-meeting.ts';
import { openWaitingBytes } from './waiting-bytes.ts';
import type { RoomShape, World } from './world.ts';

const [, , database = '', port = '0'] = process.argv;
const { house, server, close } = await openBenchHouse({
  database,
  port: Number(port),
  wire: (settings, log) => openWire(settings, database, log),
  pages: true,
});
const waitingBytes = openWaitingBytes(server);

answerAsks(
  {
    usage,
    world: (shape: RoomShape) => furnish(house, shape),
    lines: (rooms: string[]) => countLines(house.db, rooms),
    'long meeting': (events: number) => longMeeting(house, events),
    connections: () => promisify(server.getConnections.bind(server))(),
    'watch waiting bytes': () => waitingBytes.begin(),
    'most bytes that waited': () => waitingBytes.end(),
    forget: (room: string) => house.rooms.forget(room),
    'say meanwhile': ({ world, lines }: { world: World; lines: number }) => sayMeanwhile(house, world, lines),
  },
  close,
);

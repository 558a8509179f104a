// One server process of a fault run: the real house, the real sockets, the real database. Its failpoints, and the jumps of
// its clock, are handed in here; the runner kills it like any other process.
import { pino } from 'pino';
import { connect } from '#db/connect.ts';
import { assertDurable } from '#db/durable.ts';
import { connectLive } from '#server/connect-live.ts';
import type { Failpoint } from '#server/house.ts';
import { listen, openServer } from '#server/http/open-server.ts';
import { type Figures, standardFigures } from '#server/limits/figures.ts';
import { createHouse } from '#server/open-house.ts';
import { openWire } from '#server/processes/open-wire.ts';
import { readSettings } from '#server/settings.ts';
import { type Deed, perform } from './deed.ts';
import { openDice } from './dice.ts';

export type Order =
  /** Dies by its own hand, without a word, the `after`th time it passes there. */
  | { do: 'die-at'; point: Failpoint; after: number }
  /** Takes up to so many ms each time it passes there, where that place can wait. */
  | { do: 'dawdle-at'; point: Failpoint; most: number; seed: number }
  | { do: 'jump'; ms: number }
  | Deed
  | { do: 'calm' };

const [database = '', port = '', origin = '', logFile = '', redis = ''] = process.argv.slice(2);

// The members of a run are quicker than people; what is tried here is not how they are slowed down.
const figures: Figures = Object.fromEntries(
  Object.entries(standardFigures).map(([name, figure]) => [name, { ...figure, points: 100_000 }]),
);

let jumped = 0;
let deadly: { point: Failpoint; after: number } | undefined;
let dawdling: { point: Failpoint; most: number; dice: ReturnType<typeof openDice> } | undefined;

function failpoint(name: Failpoint): void | Promise<void> {
  if (deadly?.point === name) {
    deadly.after -= 1;
    if (deadly.after <= 0) process.kill(process.pid, 'SIGKILL');
  }
  if (dawdling?.point !== name) return;
  const ms = dawdling.dice.between(0, dawdling.most);
  return new Promise((resume) => setTimeout(resume, ms));
}

process.on('message', (order: Order) => {
  if (order.do === 'die-at') deadly = order;
  if (order.do === 'dawdle-at') dawdling = { ...order, dice: openDice(order.seed) };
  if (order.do === 'jump') jumped += order.ms;
  if (order.do === 'remove' || order.do === 'join' || order.do === 'compact')
    perform(house, order).then(
      () => process.send?.('done'),
      () => process.send?.('not done'),
    );
  if (order.do === 'calm') {
    deadly = undefined;
    dawdling = undefined;
    jumped = 0;
  }
});
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));

const connection = connect(database, { poolSize: 6 });
await assertDurable(connection.db);
const settings = {
  ...readSettings({}),
  databaseUrl: database,
  port: Number(port),
  origin,
  redisUrl: redis || undefined,
};
const log = pino({ level: 'warn' }, pino.destination({ dest: logFile, sync: true }));
const house = createHouse({
  ...{ connection, settings, figures, log },
  now: () => Date.now() + jumped,
});
house.failpoint = failpoint;
const server = openServer();
connectLive(server, house, { wire: openWire(settings, database, log) });
await listen(server, '127.0.0.1', Number(port));
process.send?.('open');

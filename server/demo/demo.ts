// `npm run demo`: an empty installation filled by the use cases, and a meeting that is going on right now.
import { isSetUp } from '#db/installation.ts';
import { openLog } from '../log.ts';
import { bringUpToDate, openDatabase } from '../open-database.ts';
import { createHouse } from '../open-house.ts';
import { settingsOrExit } from '../read-environment.ts';
import { openShutdown } from '../shutdown.ts';
import { onStopSignal } from '../signals.ts';
import { start } from '../start.ts';
import { fill } from './fill.ts';
import { logIns, playLive } from './play-live.ts';

process.env.NODE_ENV = 'production';
// The demonstration keeps to a folder of its own unless it is told where to go.
process.env.DATA_DIRECTORY ??= '.data/demo';

const settings = settingsOrExit();
const log = openLog(settings.logLevel);
const shutdown = openShutdown(log);
const stopped = new AbortController();
onStopSignal(() => {
  stopped.abort();
  void shutdown.run().then(() => process.exit(0));
});

const connection = await openDatabase(settings, { log, shutdown });
await bringUpToDate(connection);
if (await isSetUp(connection.db)) {
  console.error(
    'This installation is not empty. Name an empty one: DATA_DIRECTORY=.data/another npm run demo',
  );
  await shutdown.run();
  process.exit(1);
}

let clock = Date.now();
const past = createHouse({ connection, settings, log, now: () => clock });
process.stdout.write('Filling the house: 24 people, three circles, two meetings each …\n');
const [circle] = await fill({ house: past, setClock: (at) => (clock = at) }, Date.now());
await past.rooms.close();

const house = await start(settings, { log, shutdown, dev: false });
process.stdout.write(
  `\nRondo is open at ${settings.origin}\nSign in as one of these, with the password “${logIns[0]?.password}”:\n`,
);
for (const { name, email } of logIns) process.stdout.write(`  ${email.padEnd(24)}${name}\n`);
process.stdout.write('A meeting of “Thursday evening” is on. Ctrl-C ends the demonstration.\n');

if (circle) await playLive(house, circle, stopped.signal);

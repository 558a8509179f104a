// `npm run bench:notes -- --json`: ten people write in one meeting's notes at once; how long until all have every character.
import path from 'node:path';
import { readOptions } from './bench-options.ts';
import { startDurableDatabase } from './durable-database.ts';
import { openFigures, percentile } from './figures.ts';
import { chooseCores } from './machine.ts';
import type { Writing, Written } from './notes/writers-process.ts';
import { startPinned } from './pinned-process.ts';
import { progress, report } from './report.ts';
import { freePort } from './room/contest.ts';
import type { RoomShape, World } from './room/world.ts';
import { shippedFlags } from './shipped-flags.ts';

const WRITERS = 10;
const options = readOptions(['converge']);
const writing: Writing = { seconds: options.short ? 2 : 20, perSecond: 20 };
const cores = chooseCores();
const figures = openFigures();
const database = await startDurableDatabase(cores?.database ?? null);
const at = (file: string) => path.join(import.meta.dirname, file);
const house = [database.url, String(await freePort())];
const server = await startPinned(at('room/house-process.ts'), cores?.server ?? null, shippedFlags(), house);

try {
  for (let round = 1; round <= options.rounds; round += 1) {
    const load = await startPinned(at('notes/writers-process.ts'), cores?.load ?? null, [], []);
    const shape: RoomShape = { rooms: 1, members: WRITERS };
    await load.ask('open', await server.ask<World>('world', shape));
    const { typed, waits, diverged } = await load.ask<Written>('write', writing);
    await load.stop();
    progress(`notes, round ${round}: ${typed} characters, p99 ${percentile(waits, 0.99).toFixed(1)} ms`);
    figures.add('converge.p99.ms', percentile(waits, 0.99), 'ms', '<= 150');
    figures.add('diverged', diverged + typed - waits.length, 'replicas', '<= 0');
    figures.add('converge.p50.ms', percentile(waits, 0.5), 'ms');
    figures.add('converge.max.ms', percentile(waits, 1), 'ms');
    if (diverged > 0 && options.short) process.exitCode = 1;
  }
} finally {
  await server.stop();
  await database.stop();
}
report('notes', options, figures, cores);

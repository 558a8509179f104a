// `npm run bench:processes -- --json`: several processes of one house, with and without word between them. How late the
// last word is, how late the last socket is cut, and what one room takes whose members are on different processes.
import { setTimeout as pause } from 'node:timers/promises';
import { startRedis } from '#test/harness/redis.ts';
import { readOptions } from './bench-options.ts';
import { startDurableDatabase } from './durable-database.ts';
import { openFigures, percentile } from './figures.ts';
import { startFleet, type Way } from './processes/fleet.ts';
import { measureContested } from './processes/measure-contested.ts';
import { measureCuts } from './processes/measure-cuts.ts';
import { type Heard, openSteadyTalk } from './processes/steady-talk.ts';
import { progress, report } from './report.ts';
import { addFaults, type Faults, noFaults } from './room/load-line.ts';

const PER_SECOND = 40;
const TALK = { rooms: 4, members: 9 };
const options = readOptions(['lost', 'redis', 'cuts', 'contested'], { usualRounds: 1 });
const seconds = options.short ? 10 : 60;
const figures = openFigures();
const database = await startDurableDatabase(null);
const redis = await startRedis();
let faults: Faults = noFaults;
let wrong = 0;

const open = (count: number, way: Way) =>
  startFleet({ count, way, database: database.url, redis: redis.url });
const lates = (heard: readonly Heard[]) => heard.map(({ late }) => late);

/** Every hint is lost all the time. */
async function measureLost(): Promise<void> {
  const fleet = await open(3, 'lost');
  const talk = await openSteadyTalk(await fleet.furnish(TALK), fleet.origins);
  const talked = await talk.talk(seconds, PER_SECOND);
  talk.close();
  await fleet.stop();
  faults = addFaults(faults, talked.faults);
  const late = lates(talked.heard);
  progress(
    `lost: ${talked.said} words in ${seconds} s, the latest after ${percentile(late, 1).toFixed(0)} ms`,
  );
  figures.add('lost.latest.ms', percentile(late, 1), 'ms', '<= 1500');
  figures.add('lost.p50.ms', percentile(late, 0.5), 'ms');
  figures.add('lost.heard', late.length, 'deliveries');
}

/** Redis carries the hints, dies in the middle, and comes back. */
async function measureRedis(): Promise<void> {
  const fleet = await open(3, 'redis');
  const talk = await openSteadyTalk(await fleet.furnish(TALK), fleet.origins);
  const part = seconds / 3;
  const talking = talk.talk(seconds, PER_SECOND);
  await pause(part * 1_000);
  await redis.kill();
  await pause(part * 1_000);
  await redis.start();
  const talked = await talking;
  talk.close();
  await fleet.stop();
  faults = addFaults(faults, talked.faults);
  const within = (from: number, to: number) =>
    lates(talked.heard.filter(({ at }) => at >= from * 1_000 && at < to * 1_000));
  progress(
    `redis: ${talked.said} words, the latest after ${percentile(lates(talked.heard), 1).toFixed(0)} ms`,
  );
  figures.add('redis.latest.ms', percentile(lates(talked.heard), 1), 'ms', '<= 1500');
  figures.add('redis.there.p50.ms', percentile(within(0, part), 0.5), 'ms');
  figures.add('redis.away.p50.ms', percentile(within(part, 2 * part), 0.5), 'ms');
  // It has to be found again first.
  figures.add('redis.back.p50.ms', percentile(within(2 * part + 2, seconds), 0.5), 'ms');
}

async function measureAllCuts(): Promise<void> {
  for (const way of ['postgres', 'redis', 'lost'] as const) {
    const fleet = await open(3, way);
    // Until they know of each other; and of Redis, where that has been away.
    await pause(3_000);
    const measured = await measureCuts(fleet, options.short ? 1 : 5);
    await fleet.stop();
    for (const { ending, late } of measured) {
      figures.add(`cuts.${way}.${ending}.ms`, late, 'ms');
      figures.add(`cuts.${way}.all.ms`, late, 'ms');
    }
    const latest = Math.max(...measured.map(({ late }) => late));
    progress(`cuts over ${way}: the latest after ${latest.toFixed(0)} ms`);
    figures.add(`cuts.${way}.latest.ms`, latest, 'ms', '<= 1000');
    wrong += measured.reduce((sum, one) => sum + one.wrong, 0);
  }
}

async function measureOneRoom(): Promise<void> {
  const rates: number[] = [];
  for (const count of [1, 2, 3]) {
    const fleet = await open(count, 'postgres');
    await pause(3_000);
    const {
      perSecond,
      slowestShare,
      refused,
      faults: found,
    } = await measureContested(fleet, options.short ? 3 : 10);
    await fleet.stop();
    faults = addFaults(faults, found);
    rates.push(perSecond);
    progress(`one room on ${count}: ${perSecond.toFixed(0)} lines a second`);
    figures.add(`contested.${count}.lines`, perSecond, '/s');
    figures.add(`contested.${count}.refused`, refused, 'lines');
    if (count > 1) figures.add(`contested.${count}.least_share`, slowestShare, 'of an equal part');
  }
}

const parts = { lost: measureLost, redis: measureRedis, cuts: measureAllCuts, contested: measureOneRoom };
try {
  for (let round = 0; round < options.rounds; round += 1)
    for (const [name, run] of Object.entries(parts)) if (options.wants(name)) await run();
} finally {
  await redis.kill();
  await database.stop();
}
for (const name of ['lost', 'disordered', 'doubled'] as const)
  figures.add(name, faults[name], 'events', '<= 0');
figures.add('cuts.wrong', wrong, 'lines', '<= 0');
// A goal in ms that is not reached is said and no failure; what is lost, or let in, is one.
if (Object.values(faults).some((count) => count > 0) || wrong > 0) process.exitCode = 1;
report('processes', options, figures, null);

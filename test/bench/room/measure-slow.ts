import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../figures.ts';
import { progress } from '../report.ts';
import { checkLog } from './check-log.ts';
import type { Contest } from './contest.ts';
import type { Contestant } from './contestants.ts';
import type { Outcome } from './talk-load.ts';
import type { World } from './world.ts';

const MIB = 1024 * 1024;

/** Somebody who never reads, in a room that talks: what they cost, how soon they are cut, and whether the others notice. */
export async function measureSlow(contest: Contest): Promise<void> {
  const { figures, options } = contest;
  const house = await contest.contestant('house');
  // Long enough for what the system itself keeps for a line to be full.
  const seconds = options.short ? 1 : 8;
  for (let round = 0; round < options.rounds; round++) {
    const alone = await talk(contest, house, { seconds, sleeper: false });
    const together = await talk(contest, house, { seconds, sleeper: true });
    progress(
      `slow p99 ${alone.p99.toFixed(2)} ms, with a sleeper ${together.p99.toFixed(2)} ms, cut after ${together.cutAfter ?? 'no'} s`,
    );
    figures.add('slow.p99.vs_without', together.p99 / alone.p99, 'ratio', '<= 2');
    if (options.short) continue;
    figures.add('slow.waited.mib', together.waited / MIB, 'MiB', '<= 2');
    figures.add('slow.cut.s', together.cutAfter ?? Number.POSITIVE_INFINITY, 's', '<= 10');
  }
}

type Wanted = { seconds: number; sleeper: boolean };

async function talk(contest: Contest, house: Contestant, { seconds, sleeper }: Wanted) {
  const { server, load } = house;
  const world = await server.ask<World>('world', { rooms: 1, members: 8 });
  const [{ room, people }] = world.rooms as [World['rooms'][number]];
  await load.ask('open', world);
  if (sleeper) await load.ask('sleep', { url: world.url, room, cookie: people[0]?.cookie });
  const before = await server.ask<number>('connections');
  await server.ask('watch waiting bytes');
  const began = performance.now();
  let cutAfter: number | undefined;
  await load.ask('begin', { senders: 8, inFlight: 0, pace: 500, repeated: 40 });
  await load.ask('mark', { listen: true });
  while (performance.now() - began < seconds * 1_000) {
    await pause(100);
    const isCut = sleeper && (await server.ask<number>('connections')) < before;
    if (isCut) cutAfter ??= Math.round((performance.now() - began) / 100) / 10;
  }
  const outcome = await load.ask<Outcome>('end');
  const waited = await server.ask<number>('most bytes that waited');
  contest.noteFaults(await checkLog(house, outcome));
  return { p99: percentile(outcome.latencies, 0.99), cutAfter, waited };
}

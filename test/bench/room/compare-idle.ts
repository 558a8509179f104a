import { setTimeout as pause } from 'node:timers/promises';
import type { Usage } from '../answer-asks.ts';
import { progress } from '../report.ts';
import type { Contest } from './contest.ts';
import { type Contestant, stopContestant } from './contestants.ts';
import type { World } from './world.ts';

type Idle = { memory: number; resident: number; storm: number };

/**
 * Two thousand members in 250 rooms: what each costs while nothing happens, and, when all lose their line and come back
 * at once with 50 lines to catch up on, how long it takes until the last one is complete. The bare server has nothing to
 * catch up on. Each round has fresh processes.
 */
export async function compareIdle(contest: Contest): Promise<void> {
  const { figures, options } = contest;
  const shape = options.short ? { rooms: 5, members: 8 } : { rooms: 250, members: 8 };
  for (let round = 0; round < options.rounds; round++) {
    const names = ['socketio', 'house'] as const;
    const results = {} as Record<(typeof names)[number], Idle>;
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const contestant = await contest.fresh(name);
      results[name] = await measureIdle(contestant, shape).finally(() => stopContestant(contestant));
      const { memory, resident, storm } = results[name];
      progress(
        `idle ${name.padEnd(8)} ${memory.toFixed(1)} KB each (${resident.toFixed(1)} resident), all back in ${Math.round(storm)} ms`,
      );
    }
    const { socketio, house } = results;
    figures.add('memory.vs_socketio', house.memory / socketio.memory, 'ratio', '<= 1.5');
    figures.add('memory.resident.vs_socketio', house.resident / socketio.resident, 'ratio');
    figures.add('storm.vs_socketio', house.storm / socketio.storm, 'ratio', '<= 1.5');
    for (const name of names) {
      figures.add(`memory.${name}`, results[name].memory, 'KB');
      figures.add(`storm.${name}`, results[name].storm, 'ms');
    }
  }
}

async function measureIdle(
  { name, server, load }: Contestant,
  shape: { rooms: number; members: number },
): Promise<Idle> {
  const world = await server.ask<World>('world', shape);
  const before = await server.ask<Usage>('usage', { collect: true });
  await load.ask('open', world);
  await pause(1_500);
  const after = await server.ask<Usage>('usage', { collect: true });
  await load.ask('leave');
  if (name === 'house') await server.ask('say meanwhile', { world, lines: 50 });
  else await pause(500);
  const storm = await load.ask<number>('comeBack');
  await load.ask('leave');
  const people = shape.rooms * shape.members;
  const each = (what: 'held' | 'rss') => (after[what] - before[what]) / people / 1_024;
  return { memory: each('held'), resident: each('rss'), storm };
}

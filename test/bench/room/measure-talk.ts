// One round of talk against one server.
import { setTimeout as pause } from 'node:timers/promises';
import type { Usage } from '../answer-asks.ts';
import { percentile } from '../figures.ts';
import { checkLog } from './check-log.ts';
import type { Contestant } from './contestants.ts';
import type { Faults } from './load-line.ts';
import type { Mark, Outcome, TalkShape } from './talk-load.ts';
import type { RoomShape, World } from './world.ts';

export type TalkWanted = { rooms: RoomShape; talk: TalkShape; warmUpMs: number; measureMs: number };

export type Measured = {
  /** a second */
  deliveries: number;
  messages: number;
  /** said a second, whether taken or not */
  offered: number;
  /** by code, in the time that was measured */
  refused: Record<string, number>;
  p50: number;
  p99: number;
  /** of the server, in µs for each delivery */
  cpuPerDelivery: number;
  /** how much of its core the load used: near 1 it is the load that is measured */
  loadBusy: number;
  faults: Faults;
};

export async function measureTalk(contestant: Contestant, wanted: TalkWanted): Promise<Measured> {
  const { server, load } = contestant;
  const world = await server.ask<World>('world', wanted.rooms);
  await load.ask('open', world);
  await load.ask('begin', wanted.talk);
  await pause(wanted.warmUpMs);
  const [before, usedBefore] = await marks(contestant, true);
  await pause(wanted.measureMs);
  const [after, usedAfter] = await marks(contestant, false);
  const outcome = await load.ask<Outcome>('end');

  const seconds = (after.at - before.at) / 1_000;
  const deliveries = (after.deliveries - before.deliveries) / seconds;
  const serverMs = (usedAfter.cpuMs - usedBefore.cpuMs) / ((usedAfter.at - usedBefore.at) / 1_000);
  return {
    deliveries,
    messages: (after.answered - before.answered) / seconds,
    offered: (after.said - before.said) / seconds,
    refused: after.refused,
    p50: percentile(outcome.latencies, 0.5),
    p99: percentile(outcome.latencies, 0.99),
    cpuPerDelivery: (serverMs * 1_000) / deliveries,
    loadBusy: (after.cpuMs - before.cpuMs) / (after.at - before.at),
    faults: contestant.name === 'house' ? await checkLog(contestant, outcome) : outcome.faults,
  };
}

function marks({ server, load }: Contestant, listen: boolean): Promise<[Mark, Usage]> {
  return Promise.all([load.ask<Mark>('mark', { listen }), server.ask<Usage>('usage', {})]);
}

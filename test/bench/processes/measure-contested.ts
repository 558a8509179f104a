import { setTimeout as pause } from 'node:timers/promises';
import { houseLine } from '../room/house-line.ts';
import { addFaults, type Faults, noFaults } from '../room/load-line.ts';
import type { Fleet } from './fleet.ts';

/** Everybody in one room says the next line as soon as one of theirs is answered. */
const MEMBERS = 20;
const IN_FLIGHT = 2;
/** Before anything is counted, in s. */
const WARM = 2;

export type Contested = { perSecond: number; slowestShare: number; refused: number; faults: Faults };

/** One room flat out, its members spread over the processes: how much gets in, and whether each process gets its part. */
export async function measureContested(fleet: Fleet, seconds: number): Promise<Contested> {
  const { origins } = fleet;
  const { rooms } = await fleet.furnish({ rooms: 1, members: MEMBERS });
  const [place] = rooms;
  if (!place) throw new Error('no room');
  const answered = origins.map(() => 0);
  let refused = 0;
  let isOpen = true;
  let underWay = 0;
  const lines = place.people.map((one, index) => ({
    process: index % origins.length,
    line: houseLine({
      url: origins[index % origins.length] ?? '',
      room: place.room,
      place: one,
      heard: () => {},
    }),
  }));
  for (const { line } of lines) await line.open();

  function say(one: (typeof lines)[number]): void {
    underWay += 1;
    one.line.say('and so we talked about what to try until we meet again', (answer) => {
      underWay -= 1;
      if ('refused' in answer) refused += 1;
      else answered[one.process] = (answered[one.process] ?? 0) + 1;
      if (isOpen) say(one);
    });
  }
  for (const one of lines) for (let index = 0; index < IN_FLIGHT; index += 1) say(one);
  await pause(WARM * 1_000);
  const before = [...answered];
  const began = performance.now();
  await pause(seconds * 1_000);
  const passed = (performance.now() - began) / 1_000;
  const gains = answered.map((count, index) => count - (before[index] ?? 0));
  isOpen = false;
  const newest = () => lines.map(({ line }) => line.newest());
  const until = performance.now() + 10_000;
  while ((underWay > 0 || new Set(newest()).size > 1) && performance.now() < until) await pause(10);
  const unheard = newest().reduce((sum, version) => sum + Math.max(...newest()) - version, 0);
  const faults = lines
    .map(({ line }) => line.faults())
    .reduce(addFaults, { ...noFaults, lost: unheard + underWay });
  for (const { line } of lines) line.close();
  const all = gains.reduce((sum, gain) => sum + gain, 0);
  return {
    perSecond: all / passed,
    slowestShare: (Math.min(...gains) * origins.length) / all,
    refused,
    faults,
  };
}

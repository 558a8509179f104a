/**
 * The clock of an agenda item: arithmetic on logged instants, nothing ticks. All times in ms.
 *
 * C1 elapsed = accumulated + (running ? now − startedAt : 0); remaining = planned + extended − elapsed.
 * C2 While paused, remaining does not change; pause and resume at one instant change nothing.
 * C3 While running, remaining never grows by itself; it may go below zero (overtime).
 * C4 At most one item runs; starting another finishes the first.
 * C5 Timer commands carry the item's rev; a stale one is refused, so two clicks have one outcome.
 * Source: the agenda design, C.4.
 */
import type { AgendaItem, ItemClock } from './agenda.ts';

export function elapsedMs(clock: ItemClock, now: number): number {
  return clock.accumulatedMs + (clock.startedAt === null ? 0 : Math.max(0, now - clock.startedAt));
}

/** What is left of an item's time; negative in overtime. */
export function remainingMs(item: Pick<AgendaItem, 'minutes' | 'clock'>, now: number): number {
  return item.minutes * 60_000 + item.clock.extendedMs - elapsedMs(item.clock, now);
}

export type ClockEvent = 'started' | 'paused' | 'resumed' | 'finished';

/** The clock after something happened to it at `at`. */
export function evolveClock(clock: ItemClock, happened: ClockEvent, at: number): ItemClock {
  const rev = clock.rev + 1;
  if (happened === 'started' || happened === 'resumed')
    return { ...clock, state: 'running', startedAt: at, begunAt: clock.begunAt ?? at, rev };
  const stopped = { ...clock, accumulatedMs: elapsedMs(clock, at), startedAt: null, rev };
  return happened === 'paused'
    ? { ...stopped, state: 'paused' }
    : { ...stopped, state: 'done', finishedAt: at };
}

export function extendClock(clock: ItemClock, ms: number): ItemClock {
  return { ...clock, extendedMs: clock.extendedMs + ms, rev: clock.rev + 1 };
}

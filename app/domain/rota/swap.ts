/**
 * Exchanging the dates of two holders: when it is legal, and who is the next one to exchange with.
 */
import type { Horizon } from './horizon.ts';
import { measureUnfairness } from './price.ts';
import { listRepeats } from './repeat.ts';
import type { Turn } from './turns.ts';

/**
 * R10 Whether the holders (member index per row) of two rows may exchange them: each must be eligible
 * at the other's date, nobody gets two in a row by it, and the result is no more unfair than `limit` (see
 * measureUnfairness).
 */
function mayExchange(
  horizon: Horizon,
  turns: Turn[],
  holders: number[],
  a: number,
  b: number,
  limit: number,
): boolean {
  const first = holders[a]!;
  const second = holders[b]!;
  if (first === second || !horizon.eligible[a]![second] || !horizon.eligible[b]![first]) return false;

  const exchanged = holders.with(a, second).with(b, first);
  const here = horizon.sequence.findIndex((step) => step.row === a);
  const there = horizon.sequence.findIndex((step) => step.row === b);
  const touched = new Set([here, here + 1, there, there + 1]);
  if (listRepeats(horizon, exchanged).some((repeat) => touched.has(repeat.at))) return false;

  return measureUnfairness(horizon, turns, exchanged) <= limit;
}

/** R10 The rows after `row` whose holders may legally exchange with its holder, the next one first. */
export function* walkExchanges(
  horizon: Horizon,
  turns: Turn[],
  holders: number[],
  row: number,
  limit: number,
): Generator<number> {
  for (let other = row + 1; other < holders.length; other++) {
    if (mayExchange(horizon, turns, holders, row, other, limit)) yield other;
  }
}

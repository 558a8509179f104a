/**
 * Two meetings in a row for the same holder: where that is so, and whether one other choice would end it.
 */
import type { Horizon } from './horizon.ts';
import { measureUnfairness } from './price.ts';
import type { Turn } from './turns.ts';

export type Repeat = {
  /** Position of the later meeting in the horizon's sequence. */
  at: number;
  /** Those of the two meetings that are rows, the later one first. */
  rows: number[];
};

/** R7 Neighbouring meetings with the same holder of which at least one is still open. Holders: member index per row. */
export function listRepeats(horizon: Horizon, holders: number[]): Repeat[] {
  const heldBy = horizon.sequence.map((step) => (step.row >= 0 ? holders[step.row]! : step.held));

  return horizon.sequence.flatMap((later, at) => {
    const earlier = horizon.sequence[at - 1];
    if (!earlier || heldBy[at] !== heldBy[at - 1] || heldBy[at]! < 0) return [];
    const rows = [later.row, earlier.row].filter((row) => row >= 0);
    return rows.length > 0 ? [{ at, rows }] : [];
  });
}

/**
 * R7 The holders with one row changed so that there are fewer repeats, and no more unfairness than `limit`: the least
 * unfair of them, or null when there is none.
 */
export function cureRepeat(
  horizon: Horizon,
  turns: Turn[],
  holders: number[],
  repeat: Repeat,
  limit: number,
): number[] | null {
  const repeats = listRepeats(horizon, holders).length;
  const cures = repeat.rows
    .flatMap((row) => horizon.choice[row]!.flatMap((may, member) => (may ? [holders.with(row, member)] : [])))
    .filter((cure) => listRepeats(horizon, cure).length < repeats)
    .map((cure) => ({ cure, unfairness: measureUnfairness(horizon, turns, cure) }))
    .filter((each) => each.unfairness <= limit)
    .toSorted((a, b) => a.unfairness - b.unfairness);

  return cures[0]?.cure ?? null;
}

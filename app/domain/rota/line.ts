/**
 * Who takes over when the holder of a meeting is missing: the line, understudy first.
 */
import { turnUnits } from './facts.ts';
import type { Horizon } from './horizon.ts';
import { measureUnfairness } from './price.ts';
import { walkExchanges } from './swap.ts';
import { listTurns } from './turns.ts';

function lineUpRow(horizon: Horizon, holders: number[], row: number, understudy: number): string[] {
  const dueBy = horizon.members.map((_, member) => {
    const entitled = row === 0 ? horizon.due[member]! : horizon.entitled[member]![row - 1]!;
    return entitled - turnUnits * holders.slice(0, row).filter((each) => each === member).length;
  });
  const rank = (member: number) => (member === understudy ? Number.MAX_SAFE_INTEGER : dueBy[member]!);

  return horizon.members
    .flatMap((_, member) => (horizon.eligible[row]![member] && member !== holders[row] ? [member] : []))
    .toSorted((a, b) => rank(b) - rank(a) || a - b)
    .map((member) => horizon.members[member]!.id);
}

/**
 * R16 Per row, the ids of everyone else eligible: the understudy, who is the holder of the next meeting with whom the
 * exchange is legal; then the highest due by then, ties in joining order. Holders: member index per row.
 */
export function lineUp(horizon: Horizon, holders: number[]): string[][] {
  const turns = listTurns(horizon);
  const limit = measureUnfairness(horizon, turns, holders);

  return holders.map((_, row) => {
    const next = walkExchanges(horizon, turns, holders, row, limit).next();
    return lineUpRow(horizon, holders, row, next.done ? -1 : holders[next.value]!);
  });
}

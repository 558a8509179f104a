/**
 * Turn windows: from which open meeting a member may take a turn, and by which one they should have.
 */
import { turnUnits } from './facts.ts';
import type { Horizon } from './horizon.ts';

/** Rows are those of the horizon; a window that begins before it or ends after it is extended at an equal share. */
export type Turn = {
  member: number;
  /** R5 First row after which the entitlement exceeds the turns before this one. */
  opens: number;
  /** R5 First row after which the entitlement covers this turn as well. */
  closes: number;
};

/** The first row after which the member's entitlement reaches `target` ledger units. */
function firstReaching(horizon: Horizon, member: number, target: number): number {
  const due = horizon.due[member]!;
  const entitled = horizon.entitled[member]!;
  const equalShare = Math.max(1, Math.floor(turnUnits / horizon.members.length));
  if (due >= target) return Math.ceil((target - due) / equalShare) - 1;

  const row = entitled.findIndex((units) => units >= target);
  return row >= 0 ? row : entitled.length - 1 + Math.ceil((target - entitled.at(-1)!) / equalShare);
}

/**
 * How many turns a member is offered: as many as their due by the end comes to, and as their shares ahead come to,
 * rounded up. With one more for each meeting that is theirs alone, these suffice to fill every meeting (docs/rota.md).
 */
function countTurns(horizon: Horizon, member: number): number {
  const able = horizon.eligible.filter((row) => row[member]).length;
  const last = horizon.entitled[member]!.at(-1)!;
  const gained = last - horizon.due[member]!;
  const fixed = horizon.choice.filter((row) => row[member] && row.filter(Boolean).length === 1).length;

  return Math.min(able, Math.ceil(Math.max(last, gained) / turnUnits) + fixed);
}

/** The turns on offer, member by member, each member's in order. */
export function listTurns(horizon: Horizon): Turn[] {
  if (horizon.rows.length === 0) return [];

  return horizon.members.flatMap((_, member) =>
    Array.from({ length: countTurns(horizon, member) }, (_, turn) => ({
      member,
      opens: firstReaching(horizon, member, turn * turnUnits + 1),
      closes: firstReaching(horizon, member, (turn + 1) * turnUnits),
    })),
  );
}

/** R5 How many meetings a row lies outside the turn's window; 0 inside. */
export function distanceOutside(turn: Turn, row: number): number {
  return Math.max(0, turn.opens - row, row - turn.closes);
}

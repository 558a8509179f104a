/**
 * Declaring an absence, and withdrawing it: who takes over, what that moves, and how it is taken back.
 */
import { type RotaUpdate, updateRota } from './change.ts';
import { isOpen, type RotaFacts, type RotaMeeting, withMeeting } from './facts.ts';
import { lookAhead } from './horizon.ts';
import { planHolders } from './plan.ts';
import { leastUnfairness } from './search.ts';
import { walkExchanges } from './swap.ts';
import { listTurns } from './turns.ts';

/** Whether the planner keeps every announced date: then nothing fairer exists. */
function isSettled(facts: RotaFacts): boolean {
  const holders = planHolders(facts);

  return facts.meetings.every(
    (each, at) => !isOpen(each) || each.announced === null || each.announced === holders[at],
  );
}

/** R10 The facts after the first legal exchange with a later holder who has been announced; null if there is none. */
function slide(away: RotaFacts, planned: (string | null)[], hole: RotaMeeting): RotaFacts | null {
  const horizon = lookAhead(away);
  const ids = horizon.members.map((each) => each.id);
  const holders = horizon.rows.map((each) => ids.indexOf(planned[away.meetings.indexOf(each)] ?? ''));
  const row = horizon.rows.findIndex((each) => each.number === hole.number);
  if (row < 0 || holders.includes(-1)) return null;

  const limit = leastUnfairness(horizon);
  for (const other of walkExchanges(horizon, listTurns(horizon), holders, row, limit)) {
    const { number, announced } = horizon.rows[other]!;
    if (announced === null) continue;
    const filled = withMeeting(away, hole.number, { announced });
    return withMeeting(filled, number, { announced: hole.announced });
  }
  return null;
}

/**
 * A member will be away at the open meetings of these numbers; others are left alone.
 * R10 One assigned date slides: its holder exchanges it with the next one who legally can. Where nobody can, and for
 * several dates at once, the season is planned again with as few changes as fairness allows.
 */
export function declareAbsence(facts: RotaFacts, numbers: number[], member: string): RotaUpdate {
  const declared = facts.meetings.filter(
    (each) => numbers.includes(each.number) && isOpen(each) && !each.absent.includes(member),
  );
  const away = declared.reduce(
    (sum, each) => withMeeting(sum, each.number, { absent: [...each.absent, member] }),
    facts,
  );
  const hole = declared.find((each) => each.announced === member);
  if (!hole) return updateRota(facts, away, {});

  const slid = declared.length === 1 ? slide(away, planHolders(facts), hole) : null;
  return updateRota(facts, slid ?? away, { absence: { absent: member, meeting: hole.id } });
}

/**
 * The member can come after all to the open meetings of these numbers.
 * R11 What their absence moved goes back to what was announced before, unless that has become unfair since.
 */
export function withdrawAbsence(facts: RotaFacts, numbers: number[], member: string): RotaUpdate {
  const withdrawn = facts.meetings.filter(
    (each) => numbers.includes(each.number) && isOpen(each) && each.absent.includes(member),
  );
  const causes = withdrawn.map((each) => each.id);
  const moved = facts.meetings.filter(
    (each) => isOpen(each) && each.instead?.absent === member && causes.includes(each.instead.meeting),
  );
  let back = facts;
  for (const { number, absent } of withdrawn) {
    back = withMeeting(back, number, { absent: absent.filter((id) => id !== member) });
  }
  for (const { number } of moved) back = withMeeting(back, number, { instead: null });
  const restored = moved.reduce(
    (sum, { number, instead }) => withMeeting(sum, number, { announced: instead!.of }),
    back,
  );

  return updateRota(facts, isSettled(restored) ? restored : back, {
    reason: () => ({ code: 'back', member }),
  });
}

/**
 * Checks a plan against the rules of the rota, without trusting the planner. Used by tests, and sampled by the server.
 */
import { isOpen, listEligible, type RotaFacts, type RotaMeeting, turnUnits } from './facts.ts';
import { lookAhead } from './horizon.ts';
import type { PlannedMeeting, RotaPlan } from './plan.ts';
import { measureUnfairness } from './price.ts';
import { cureRepeat, listRepeats } from './repeat.ts';
import { leastUnfairness, limitUnfairness } from './search.ts';
import { listTurns } from './turns.ts';

/** A broken rule, by its number in facts.ts; `meeting` is null when it concerns the whole plan. */
export type Breach = { rule: 'R2' | 'R3' | 'R5' | 'R7' | 'R9' | 'R15' | 'R16'; meeting: number | null };

function checkClosed(meeting: RotaMeeting, planned: PlannedMeeting): Breach[] {
  const expected = meeting.state === 'held' ? meeting.heldBy : null;
  const kept = planned.holder === expected && planned.line.length === 0 && planned.changedFrom === null;

  return kept ? [] : [{ rule: meeting.state === 'held' ? 'R9' : 'R15', meeting: meeting.number }];
}

function checkOpen(meeting: RotaMeeting, planned: PlannedMeeting, eligible: string[]): Breach[] {
  const { holder, line, changedFrom } = planned;
  const { announced, number } = meeting;
  const breaches: Breach[] = [];
  if (eligible.length === 0 ? holder !== null : !eligible.includes(holder ?? '')) {
    breaches.push({ rule: 'R3', meeting: number });
  }
  const isFixed = meeting.state === 'confirmed' && announced !== null && eligible.includes(announced);
  const isTold = changedFrom === (announced === holder ? null : announced);
  if ((isFixed && holder !== announced) || !isTold) breaches.push({ rule: 'R9', meeting: number });
  const others = eligible.filter((id) => id !== holder).toSorted();
  if (line.toSorted().join('\n') !== others.join('\n')) breaches.push({ rule: 'R16', meeting: number });
  return breaches;
}

function checkLedger({ ledger }: RotaPlan): Breach[] {
  const sum = (pick: (balance: RotaPlan['ledger'][number]) => number) =>
    ledger.reduce((total, balance) => total + pick(balance), 0);
  const whole = ledger.every(
    ({ due, shares, carried, served }) =>
      Number.isInteger(due) && due === shares + carried - served * turnUnits,
  );
  const conserved = sum((each) => each.shares) === turnUnits * sum((each) => each.served);

  return whole && conserved && sum((each) => each.due) === 0 ? [] : [{ rule: 'R2', meeting: null }];
}

function checkFairness(facts: RotaFacts, plan: RotaPlan): Breach[] {
  const horizon = lookAhead(facts);
  const ids = horizon.members.map((each) => each.id);
  const holders = horizon.rows.map((each) =>
    ids.indexOf(plan.meetings[facts.meetings.indexOf(each)]?.holder ?? ''),
  );
  if (holders.includes(-1)) return [];

  const turns = listTurns(horizon);
  const limit = limitUnfairness(horizon, leastUnfairness(horizon));
  const isUnfair = measureUnfairness(horizon, turns, holders) > limit;
  const curable = listRepeats(horizon, holders).filter((each) =>
    cureRepeat(horizon, turns, holders, each, limit),
  );
  return [
    ...(isUnfair ? [{ rule: 'R5', meeting: null } as const] : []),
    ...curable.map((repeat) => ({ rule: 'R7', meeting: horizon.rows[repeat.rows[0]!]!.number }) as const),
  ];
}

/** Every rule the plan breaks for these facts; an empty list means it is sound. Costs about as much as planning. */
export function checkRota(facts: RotaFacts, plan: RotaPlan): Breach[] {
  const eligible = listEligible(facts);
  const meetings = facts.meetings.flatMap((meeting, at) => {
    const planned = plan.meetings[at];
    if (planned?.number !== meeting.number) return [{ rule: 'R3', meeting: meeting.number } as const];
    return isOpen(meeting) ? checkOpen(meeting, planned, eligible[at]!) : checkClosed(meeting, planned);
  });

  return [...meetings, ...checkLedger(plan), ...checkFairness(facts, plan)];
}

/**
 * How fair the season is to everyone: what each member did and will do, beside their share. For members to look at.
 */
import { isOpen, listEligible, type RotaFacts, turnUnits } from './facts.ts';
import { splitEvenly } from './ledger.ts';
import type { RotaPlan } from './plan.ts';

export type MemberFairness = {
  id: string;
  /** Meetings done so far, and planned from here on. */
  served: number;
  ahead: number;
  /** Fair share of the meetings held so far, and of the whole season, in ledger units (turnUnits = one meeting). */
  share: number;
  seasonShare: number;
};

/** Per member, in joining order. The season's share and count differ by less than 1 where R5 holds throughout. */
export function summarizeFairness(facts: RotaFacts, plan: RotaPlan): MemberFairness[] {
  const eligible = listEligible(facts);
  const open = facts.meetings.flatMap((meeting, at) => (isOpen(meeting) ? [eligible[at]!] : []));

  return plan.ledger.map(({ id, served, shares, carried }) => {
    const gains = open.map((ids) => splitEvenly(turnUnits, ids.length)[ids.indexOf(id)] ?? 0);
    return {
      id,
      served,
      ahead: plan.meetings.filter((each, at) => each.holder === id && isOpen(facts.meetings[at]!)).length,
      share: shares + carried,
      seasonShare: gains.reduce((sum, gain) => sum + gain, shares + carried),
    };
  });
}

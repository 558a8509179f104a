/**
 * The rota's ledger: what every member's fair share came to, what they did, and what is due. Integers only.
 */
import {
  countedFrom,
  inJoiningOrder,
  isOpen,
  listEligible,
  type RotaFacts,
  type RotaMember,
  turnUnits,
} from './facts.ts';

/**
 * All in ledger units except `served`, which counts meetings. due = shares + carried − served · turnUnits.
 * `peak` is the largest size of `due` after any meeting so far.
 */
export type RotaBalance = {
  id: string;
  due: number;
  shares: number;
  carried: number;
  served: number;
  peak: number;
};

/**
 * Splits a whole amount (of either sign) into `parts` whole amounts that differ by at most 1 and add up to it.
 * The larger ones come first.
 */
export function splitEvenly(amount: number, parts: number): number[] {
  const base = Math.floor(amount / parts);
  const extra = amount - base * parts;

  return Array.from({ length: parts }, (_, index) => (index < extra ? base + 1 : base));
}

/** R13 Who inherits from those gone by meeting `number`: members who count and stay; all who stay if nobody counts yet. */
function listHeirs(facts: RotaFacts, number: number): RotaMember[] {
  const staying = inJoiningOrder(facts).filter(
    (each) => each.joinedFrom <= number && (each.leftFrom === null || each.leftFrom > number),
  );
  const counted = staying.filter((each) => countedFrom(facts, each) <= number);

  return counted.length > 0 ? counted : staying;
}

/** R13 Moves the dues of those gone by meeting `number` to their heirs, the odd units to the first in order. */
function settleLeavers(facts: RotaFacts, balances: Map<string, RotaBalance>, number: number) {
  const gone = facts.members.filter((each) => each.leftFrom !== null && each.leftFrom <= number);
  const leavers = gone.map((each) => balances.get(each.id)!).filter((each) => each.due !== 0);
  if (leavers.length === 0) return;

  const heirs = listHeirs(facts, number).map((each) => balances.get(each.id)!);
  if (heirs.length === 0) return;

  for (const leaver of leavers) {
    splitEvenly(leaver.due, heirs.length).forEach((part, index) => {
      heirs[index]!.carried += part;
      heirs[index]!.due += part;
    });
    leaver.carried -= leaver.due;
    leaver.due = 0;
  }
}

/**
 * The ledger after all held meetings, in joining order.
 * R2 A held meeting that nobody of the circle led carries no share; where nobody was eligible it is the doer's own.
 */
export function keepLedger(facts: RotaFacts): RotaBalance[] {
  const eligible = listEligible(facts);
  const balances = new Map<string, RotaBalance>(
    inJoiningOrder(facts).map(({ id }) => [id, { id, due: 0, shares: 0, carried: 0, served: 0, peak: 0 }]),
  );

  facts.meetings.forEach((meeting, index) => {
    const doer = meeting.heldBy === null ? undefined : balances.get(meeting.heldBy);
    if (meeting.state !== 'held' || !doer) return;
    settleLeavers(facts, balances, meeting.number);
    const sharers = eligible[index]!.length > 0 ? eligible[index]! : [doer.id];
    splitEvenly(turnUnits, sharers.length).forEach((share, position) => {
      const balance = balances.get(sharers[position]!)!;
      balance.shares += share;
      balance.due += share;
    });
    doer.served += 1;
    doer.due -= turnUnits;
    for (const each of balances.values()) each.peak = Math.max(each.peak, Math.abs(each.due));
  });

  settleLeavers(facts, balances, facts.meetings.find(isOpen)?.number ?? facts.meetings.length + 1);
  return [...balances.values()];
}

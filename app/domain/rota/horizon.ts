/**
 * What lies ahead of the rota: the open meetings, who may hold each, and what everyone is entitled to by then.
 */
import {
  inJoiningOrder,
  isOpen,
  listEligible,
  type RotaFacts,
  type RotaMeeting,
  type RotaMember,
  turnUnits,
} from './facts.ts';
import { keepLedger, splitEvenly } from './ledger.ts';

export type Horizon = {
  seed: number;
  /** Members who are not gone by the first open meeting, in joining order; below they are named by their index. */
  members: RotaMember[];
  /** The open meetings that somebody is eligible for; below they are named by their index. */
  rows: RotaMeeting[];
  /** [row][member] R1 eligible. */
  eligible: boolean[][];
  /** [row][member] Eligible, and not kept off by R9 (a confirmed meeting stays with its holder). */
  choice: boolean[][];
  /** [member] Due before the first open meeting, in ledger units. */
  due: number[];
  /** R5 Whether nobody has been a whole turn ahead or behind after any meeting so far. */
  isBounded: boolean;
  /** [member][row] Due after that row if the member took no turn, in ledger units. */
  entitled: number[][];
  /** All meetings that are not cancelled, in order: a row, or -1 with the member who held it (-1: none of them). */
  sequence: { row: number; held: number }[];
};

function listChoices(meeting: RotaMeeting, members: RotaMember[], eligible: boolean[]): boolean[] {
  const holder = members.findIndex((each) => each.id === meeting.announced);
  if (meeting.state !== 'confirmed' || !eligible[holder]) return eligible;

  return eligible.map((_, member) => member === holder);
}

function addShares(due: number[], eligible: boolean[][]): number[][] {
  const entitled: number[][] = due.map(() => []);
  eligible.forEach((may, row) => {
    const shares = splitEvenly(turnUnits, may.filter(Boolean).length);
    let taken = 0;
    may.forEach((is, member) => {
      const before = row === 0 ? due[member]! : entitled[member]![row - 1]!;
      entitled[member]!.push(is ? before + shares[taken++]! : before);
    });
  });
  return entitled;
}

/** Everything the planner needs to know, from the facts. */
export function lookAhead(facts: RotaFacts): Horizon {
  const first = facts.meetings.find(isOpen)?.number ?? Number.POSITIVE_INFINITY;
  const members = inJoiningOrder(facts).filter((each) => each.leftFrom === null || each.leftFrom > first);
  const ids = members.map((each) => each.id);
  const lists = listEligible(facts);
  const open = facts.meetings.map((meeting, at) => ({ meeting, ids: new Set(lists[at]) }));
  const ahead = open.filter((each) => isOpen(each.meeting) && each.ids.size > 0);
  const rows = ahead.map((each) => each.meeting);
  const eligible = ahead.map((each) => ids.map((id) => each.ids.has(id)));
  const ledger = keepLedger(facts);
  const balances = new Map(ledger.map((each) => [each.id, each.due]));
  const due = ids.map((id) => balances.get(id)!);

  return {
    seed: facts.seed,
    members,
    rows,
    eligible,
    choice: rows.map((meeting, row) => listChoices(meeting, members, eligible[row]!)),
    due,
    isBounded: ledger.every((each) => each.peak < turnUnits),
    entitled: addShares(due, eligible),
    sequence: facts.meetings
      .filter((each) => each.state !== 'cancelled')
      .map((each) => ({ row: rows.indexOf(each), held: ids.indexOf(each.heldBy ?? '') })),
  };
}

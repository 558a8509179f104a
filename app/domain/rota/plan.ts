/**
 * The rota's plan: who holds every meeting of the season, who stands behind them, and how the ledger stands.
 */
import { isOpen, type RotaFacts } from './facts.ts';
import { type Horizon, lookAhead } from './horizon.ts';
import { keepLedger, type RotaBalance } from './ledger.ts';
import { lineUp } from './line.ts';
import { chooseHolders } from './search.ts';

export type PlannedMeeting = {
  number: number;
  /** Who holds it, or held it; null when cancelled, when nobody is eligible, or when nobody did it. */
  holder: string | null;
  /** R16 Everyone else eligible, in the order in which they take over; empty unless the meeting is open. */
  line: string[];
  /** Whom the members have been told, when that is not the holder any more. */
  changedFrom: string | null;
};

export type RotaPlan = { meetings: PlannedMeeting[]; ledger: RotaBalance[] };

function listHolders(facts: RotaFacts, horizon: Horizon, holders: number[]): (string | null)[] {
  const chosen = new Map(horizon.rows.map((meeting, row) => [meeting, horizon.members[holders[row]!]!.id]));

  return facts.meetings.map((meeting) =>
    meeting.state === 'held' ? meeting.heldBy : (chosen.get(meeting) ?? null),
  );
}

/** The holder of every meeting, in the order of the facts; `planRota` without the lines. */
export function planHolders(facts: RotaFacts): (string | null)[] {
  const horizon = lookAhead(facts);

  return listHolders(facts, horizon, chooseHolders(horizon));
}

/**
 * The plan of one role for the whole season. R8 The same facts give the same plan.
 * Meant for 2 to 12 members and up to 26 meetings, numbered 1..K in order; ledger in units of `turnUnits` per turn.
 */
export function planRota(facts: RotaFacts): RotaPlan {
  const horizon = lookAhead(facts);
  const chosen = chooseHolders(horizon);
  const holders = listHolders(facts, horizon, chosen);
  const lines = lineUp(horizon, chosen);

  return {
    meetings: facts.meetings.map((meeting, at) => {
      const row = horizon.rows.indexOf(meeting);
      const holder = holders[at]!;
      return {
        number: meeting.number,
        holder,
        line: lines[row] ?? [],
        changedFrom: isOpen(meeting) && meeting.announced !== holder ? meeting.announced : null,
      };
    }),
    ledger: keepLedger(facts),
  };
}

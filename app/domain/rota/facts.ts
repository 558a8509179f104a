/**
 * The rota's facts: everything the plan of one role is computed from, and nothing else.
 * One RotaFacts is one role of one circle's season; a second role is a second RotaFacts with its own ledger.
 *
 * Rules of this folder (tests quote the numbers):
 * R1 Eligible at a meeting: joined and past the grace, not left, no absence declared for it.
 * R2 A meeting's one seat is one turn of `turnUnits`, split over those eligible. Nothing is lost: all dues add up to 0.
 * R3 Every meeting that somebody is eligible for has exactly one holder, who is eligible.
 * R4 The ledger follows who really did it, the longest part of it (L9). A no-show keeps accruing, and so owes.
 * R5 With absences declared before the season, everyone's count stays within floor and ceiling of their share
 *    after every meeting. Later on: while it has held so far, and any plan can keep it, the plan does.
 * R6 When everyone attends, the turns go round in joining order: first turn by meeting n, then every n meetings.
 * R7 Nobody has two meetings in a row when another choice of holder avoids it (without breaking R5 where R5 holds).
 * R8 The plan is a function of the facts and the seed alone.
 * R9 A held meeting never changes; a confirmed one only when its holder cannot do it or a swap with them moves it.
 * R10 An absence declared for one assigned date moves exactly two dates when a legal swap exists.
 * R11 Withdrawing an absence restores what was announced before it.
 * R12 A declared absence never increases the absentee's share.
 * R13 A leaver's due is spread over those who stay; their open dates are refilled.
 * R14 A newcomer starts at due 0, after the grace, last in order.
 * R15 A cancelled meeting carries no share and no count.
 * R16 The line of a meeting is everyone else eligible, in the order in which they take over.
 * R17 Every holder has a reason that can be said in one sentence.
 */

/** One full turn in ledger units: lcm(1..12), so that any circle of up to 12 splits a turn exactly. */
export const turnUnits = 27_720;

export type RotaRole = 'facilitator' | 'note-taker' | 'timekeeper';

export type RotaMember = {
  id: string;
  /** Joining order; ties are broken by id. */
  order: number;
  /** Number of the first meeting at which they belong to the circle; 1 for founders. */
  joinedFrom: number;
  /** Meetings they attend before they are counted: 0 for founders, 1 for newcomers to facilitator and note-taker. */
  grace: number;
  /** Number of the first meeting at which they no longer belong to the circle, or null. */
  leftFrom: number | null;
};

/** Why an announced holder is not the one first announced: `absent` is away at the meeting with id `meeting`. */
export type RotaInstead = { of: string; absent: string; meeting: string };

export type RotaMeeting = {
  /** 1..K in date order; a moved or extra meeting renumbers the season (and joinedFrom, leftFrom with it). */
  number: number;
  id: string;
  state: 'planned' | 'confirmed' | 'held' | 'cancelled';
  /** Members who declared their absence beforehand. */
  absent: string[];
  /** Members who did not come and had not said so; known once held, and used for the grace only. */
  missed: string[];
  /** Who really did it, once held. */
  heldBy: string | null;
  /** What the members have been told so far. */
  announced: string | null;
  instead: RotaInstead | null;
};

export type RotaFacts = { role: RotaRole; seed: number; members: RotaMember[]; meetings: RotaMeeting[] };

/** Whether the meeting is still ahead and can be planned. */
export function isOpen(meeting: RotaMeeting): boolean {
  return meeting.state === 'planned' || meeting.state === 'confirmed';
}

/** All members, present and past, in joining order. */
export function inJoiningOrder(facts: RotaFacts): RotaMember[] {
  return facts.members.toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

/** The meeting of that number. Throws RangeError when the season has none: a fault of the caller. */
export function meetingAt(facts: RotaFacts, number: number): RotaMeeting {
  const meeting = facts.meetings.find((each) => each.number === number);
  if (!meeting) throw new RangeError(`The season has no meeting ${number}.`);

  return meeting;
}

/** The same facts with one meeting's fields replaced. */
export function withMeeting(facts: RotaFacts, number: number, fields: Partial<RotaMeeting>): RotaFacts {
  return {
    ...facts,
    meetings: facts.meetings.map((each) => (each.number === number ? { ...each, ...fields } : each)),
  };
}

/** R14 Number of the first meeting at which the member counts; Infinity when the grace does not end this season. */
export function countedFrom(facts: RotaFacts, member: RotaMember): number {
  if (member.grace === 0) return member.joinedFrom;

  const attended = facts.meetings.filter(
    (each) =>
      each.number >= member.joinedFrom &&
      each.state !== 'cancelled' &&
      !each.absent.includes(member.id) &&
      !each.missed.includes(member.id),
  );
  return (attended[member.grace - 1]?.number ?? Number.POSITIVE_INFINITY) + 1;
}

/** R1 Per meeting (same order as the facts), the ids of those eligible, in joining order. None when cancelled (R15). */
export function listEligible(facts: RotaFacts): string[][] {
  const spans = inJoiningOrder(facts).map((member) => ({
    id: member.id,
    from: countedFrom(facts, member),
    until: member.leftFrom ?? Number.POSITIVE_INFINITY,
  }));

  return facts.meetings.map((meeting) => {
    if (meeting.state === 'cancelled') return [];
    const here = spans.filter((each) => each.from <= meeting.number && meeting.number < each.until);
    return here.map((each) => each.id).filter((id) => !meeting.absent.includes(id));
  });
}

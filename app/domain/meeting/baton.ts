/**
 * The baton: who leads, and how the lead goes from hand to hand when its holder is lost.
 *
 * L1 Exactly one person leads. Whoever hands the lead over offers it: they keep it until the other accepts, may take
 *    the offer back, and afterwards may take the lead back. When it went on from hand to hand, that is the first of them.
 * L2 When the lead's connection drops, a grace of LEAD_GRACE runs, for everyone to see; returning within it stops it.
 *    For a lead who has not come yet the grace begins at the planned start; without any lead nobody is waited for.
 * L3 After the grace the lead is offered to one person after the other: whoever lent it, the rota's line with its
 *    understudy first, then whoever came first. An offer stands OFFER_STANDS, to somebody who is in the room, and ends when
 *    they leave it. The lead returning ends it too.
 * L4 Nobody becomes lead without an act of their own, and without being in the room.
 * L5 Every change is in the record: who, from whom, how.
 * L6 When everybody in the room has been asked, the lead is free: anybody there may take it, until somebody does or the
 *    lead returns. So a room with somebody in it has, after its grace, at every instant somebody who leads or may.
 * L7 Whoever led when others began to step in gets the lead offered back on returning, for BACK_STANDS; until they
 *    accept, whoever leads now keeps it. Saying no, or nothing, settles it.
 * L8 Answers name the offer's number, so that a late click never accepts another offer than the one that was read.
 *
 * No dead end (L6): without a lead in the room there is a grace, which ends by itself; an offer, which its reader may accept
 * and which ends by itself; somebody not yet asked, who is asked at once; or nobody left to ask, and then the lead is free.
 * Everyone is asked once, so from a dropped connection to a free lead no more than LEAD_GRACE + n × OFFER_STANDS passes
 * for n people who stay.
 */
import type { Alarm } from './due.ts';
import { isPresent, type MeetingState, ROOM_OPENS_BEFORE } from './state.ts';

/** L2: how long the lead may be gone before somebody else is asked, in ms. */
export const LEAD_GRACE = 90_000;
/** L3: how long an offer stands, in ms. */
export const OFFER_STANDS = 30_000;
/** L7: how long the offer to the first lead stands, who has just come back and looks around, in ms. */
export const BACK_STANDS = 120_000;

export type OfferReason = 'stand-in' | 'back' | 'handed';

/** An offer of the lead: to whom, why, until when (ms), and its number, counted from 1 in each meeting. */
export type Offer = { number: number; to: string; why: OfferReason; until: number };

/** The lead on its way between two hands. */
export type Baton = {
  /** L2: until when (ms) the lead who dropped out may return without anybody being asked. */
  grace: number | null;
  offer: Offer | null;
  /** How many offers there were, the freeing of the lead included. */
  offers: number;
  /** L3: who said no, or nothing, since the lead was lost. */
  asked: readonly string[];
  /** L6 */
  free: boolean;
  /** L7: who led before others stepped in. */
  first: string | null;
};

type BatonState = Pick<MeetingState, 'attendance' | 'baton' | 'lead' | 'startsAt' | 'status'>;

/** Whether nobody who leads is in the room. */
export function isLeadMissing({ lead, attendance }: Pick<BatonState, 'lead' | 'attendance'>): boolean {
  return lead.holder === null || !isPresent({ attendance }, lead.holder);
}

/** L2: when the others are asked, in ms since the epoch; null while the lead is here. */
export function graceEnds(state: BatonState): number | null {
  const opened = state.startsAt - ROOM_OPENS_BEFORE;
  const { holder } = state.lead;
  if (holder === null) return opened;
  if (isPresent(state, holder)) return null;
  if (state.baton.grace !== null) return Math.max(state.baton.grace, opened);
  const left = state.attendance[holder]?.leftAt ?? null;
  return (left !== null && left >= opened ? left : state.startsAt) + LEAD_GRACE;
}

/** L3 L7: who is asked next and why, or null. `grace`: the grace is over. */
export function nextToAsk(
  state: BatonState,
  grace: boolean,
): { person: string; why: 'back' | 'stand-in' } | null {
  const { first, asked, free } = state.baton;
  const mayBe = (person: string | null): person is string =>
    person !== null && person !== state.lead.holder && isPresent(state, person) && !asked.includes(person);
  if (mayBe(first)) return { person: first, why: 'back' };
  if (!grace || free || !isLeadMissing(state)) return null;
  const person = lineOf(state).find(mayBe);
  return person === undefined ? null : { person, why: 'stand-in' };
}

/** L3: everyone who could be asked, in order; they need not be in the room. */
function lineOf({ lead, attendance }: BatonState): string[] {
  const came = Object.entries(attendance);
  came.sort(([a, one], [b, other]) => one.arrivedAt - other.arrivedAt || (a < b ? -1 : 1));
  const lender = lead.lentBy === null ? [] : [lead.lentBy];
  return [...new Set([...lender, ...lead.line, ...came.map(([person]) => person)])];
}

/** How this person could take the lead right now without being asked (L1 L6), or null when they may not. */
export function wayToLead(state: BatonState, person: string): 'stepped-in' | 'taken-back' | null {
  if (state.lead.holder === person || !isPresent(state, person)) return null;
  if (state.lead.lentBy === person) return 'taken-back';
  return state.baton.free && isLeadMissing(state) ? 'stepped-in' : null;
}

/** L2 L3 L6 L7: when the house asks somebody, frees the lead, or ends an offer. */
export function batonAlarms(state: BatonState): Alarm[] {
  const { offer, offers, free } = state.baton;
  if (state.status === 'closed' || state.status === 'skipped') return [];
  if (offer) return [{ at: offer.until, command: { kind: 'lead.lapse', offer: offer.number } }];
  const ask = { kind: 'lead.offer' as const, after: offers };
  const opened = state.startsAt - ROOM_OPENS_BEFORE;
  if (nextToAsk(state, false)) return [{ at: opened, command: ask }];
  const ends = graceEnds(state);
  const isAnybodyHere = Object.keys(state.attendance).some((person) => isPresent(state, person));
  return ends === null || free || !isAnybodyHere ? [] : [{ at: ends, command: ask }];
}

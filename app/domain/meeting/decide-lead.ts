/** The lead, as members and the house turn it: the L-rules of baton.ts. */
import { type Refusal, refuse } from '../refusal.ts';
import { BACK_STANDS, graceEnds, nextToAsk, OFFER_STANDS, type OfferReason, wayToLead } from './baton.ts';
import type { CommandContext, HouseCommand, MemberCommand, MemberContext } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { isPresent, isRoomOpen, type MeetingState } from './state.ts';

type LeadCommand = Extract<MemberCommand, { kind: `lead.${string}` }>;
type Change = Extract<MeetingEvent, { kind: 'lead.changed' }>;

export function decideLead(
  state: MeetingState,
  command: LeadCommand,
  context: MemberContext,
): MeetingEvent[] | Refusal {
  switch (command.kind) {
    case 'lead.pass':
      return pass(state, command.to, context);
    case 'lead.accept':
      return accept(state, command.offer, context);
    case 'lead.decline': {
      const { offer } = state.baton;
      if (offer?.number !== command.offer || offer.to !== context.actor) return refuse('out-of-date');
      return [{ kind: 'lead.declined', person: context.actor }];
    }
    case 'lead.take':
      return take(state, context);
  }
}

/** L1: offered, not given; to oneself takes the offer back. */
function pass(state: MeetingState, to: string, { actor, now }: MemberContext): MeetingEvent[] | Refusal {
  const { offer } = state.baton;
  if (state.lead.holder !== actor) return refuse('not-leading');
  if (to === actor) return offer?.why === 'handed' ? [{ kind: 'lead.kept' }] : [];
  if (!isPresent(state, to)) return refuse('not-present');
  return offer?.to === to ? [] : [offerTo(state, to, 'handed', now + OFFER_STANDS)];
}

/** L4 L8 */
function accept(state: MeetingState, number: number, { actor }: MemberContext): MeetingEvent[] | Refusal {
  const { offer } = state.baton;
  if (offer?.number !== number || offer.to !== actor) {
    return state.lead.holder === actor ? [] : refuse('out-of-date');
  }
  const how = { 'stand-in': 'stepped-in', back: 'taken-back', handed: 'handed-over' } as const;
  return [change(state, actor, how[offer.why])];
}

/** L1 L6 */
function take(state: MeetingState, { actor }: MemberContext): MeetingEvent[] | Refusal {
  if (state.lead.holder === actor) return [];
  const how = wayToLead(state, actor);
  return how
    ? [change(state, actor, how)]
    : refuse('not-allowed', {
        message: 'The lead is in good hands. Ask for it, or wait until it is offered to you.',
      });
}

/** L3 L6 L7: the house asks the next one, or frees the lead when nobody is left to ask. */
export function offerLead(
  state: MeetingState,
  { after }: Extract<HouseCommand, { kind: 'lead.offer' }>,
  { now, members }: CommandContext,
): MeetingEvent[] | Refusal {
  if (state.baton.offer || state.baton.offers !== after) return [];
  if (!isRoomOpen(state, now)) return refuse('too-early');
  const ends = graceEnds(state);
  const isOver = ends !== null && now >= ends;
  const next = nextToAsk(withMembers(state, members), isOver);
  if (next) return [offerTo(state, next.person, next.why, now + stands(next.why))];
  if (!isOver) return refuse('too-early');
  return state.baton.free ? [] : [{ kind: 'lead.freed' }];
}

/** L3 L7: an offer that was not answered in time. */
export function lapseOffer(
  state: MeetingState,
  command: Extract<HouseCommand, { kind: 'lead.lapse' }>,
  now: number,
): MeetingEvent[] | Refusal {
  const { offer } = state.baton;
  if (offer?.number !== command.offer) return [];
  return now < offer.until ? refuse('too-early') : [{ kind: 'lead.lapsed', person: offer.to }];
}

function stands(why: OfferReason): number {
  return why === 'back' ? BACK_STANDS : OFFER_STANDS;
}

function offerTo(state: MeetingState, to: string, why: OfferReason, until: number): MeetingEvent {
  return { kind: 'lead.offered', offer: state.baton.offers + 1, to, why, until };
}

function change(state: MeetingState, to: string, how: Change['how']): MeetingEvent {
  return { kind: 'lead.changed', to, from: state.lead.holder, how };
}

/** Whoever has left the circle is not asked, even while their line is still being cut. */
function withMembers(state: MeetingState, members: ReadonlySet<string>): MeetingState {
  const here = Object.entries(state.attendance).filter(([person]) => members.has(person));
  return { ...state, attendance: Object.fromEntries(here) };
}

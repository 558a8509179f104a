/** Who leads, as told by the rota and as it really happened; and the baton between two hands (baton.ts). */
import type { Baton } from './baton.ts';
import type { Logged, MeetingEvent } from './events.ts';
import { emptyMeeting, type MeetingState } from './state.ts';

type LeadEvent = Logged<Extract<MeetingEvent, { kind: `lead.${string}` }>>;
type Changed = Extract<LeadEvent, { kind: 'lead.changed' }>;

export function evolveLead(state: MeetingState, event: LeadEvent): MeetingState {
  switch (event.kind) {
    case 'lead.assigned': {
      const lead = { holder: event.lead, planned: event.lead, line: event.line, lentBy: null };
      return { ...state, lead, baton: { ...emptyMeeting.baton, offers: state.baton.offers } };
    }
    case 'lead.changed':
      return changeLead(state, event);
    default:
      return { ...state, baton: evolveBaton(state.baton, event) };
  }
}

function changeLead(state: MeetingState, event: Changed): MeetingState {
  const { to, from, how, at } = event;
  // Who hands over may take back; whoever steps in or takes back holds it outright.
  const lentBy = how === 'handed-over' ? (state.lead.lentBy ?? from) : null;
  const first = state.baton.first ?? (how === 'stepped-in' ? from : null);
  return {
    ...state,
    lead: { ...state.lead, holder: to, lentBy: lentBy === to ? null : lentBy },
    baton: { ...emptyMeeting.baton, offers: state.baton.offers, first: first === to ? null : first },
    leadHistory: [...state.leadHistory, { to, from, how, at }],
  };
}

function evolveBaton(
  baton: Baton,
  event: Exclude<LeadEvent, { kind: 'lead.assigned' | 'lead.changed' }>,
): Baton {
  switch (event.kind) {
    case 'lead.missed':
      // L3: whoever did not want the lead back while somebody led is asked like the others now that it is lost.
      return { ...baton, grace: event.until, asked: [] };
    case 'lead.offered': {
      const { offer: number, to, why, until } = event;
      return { ...baton, offers: number, offer: { number, to, why, until } };
    }
    case 'lead.freed':
      return { ...baton, offers: baton.offers + 1, free: true };
    case 'lead.kept':
      return { ...baton, offer: null };
    case 'lead.declined':
    case 'lead.lapsed':
      return answered(baton, event.person);
  }
}

/** L3 L7: they have been asked; whoever was offered it back, and did not want it, is not the first any more. */
function answered(baton: Baton, person: string): Baton {
  const why = baton.offer?.why;
  const asked = why === 'handed' ? baton.asked : [...baton.asked, person];
  return { ...baton, offer: null, asked, first: why === 'back' ? null : baton.first };
}

/** L3: whoever leaves cannot be asked. */
export function leaveBaton(baton: Baton, person: string): Baton {
  return baton.offer?.to === person ? { ...baton, offer: null } : baton;
}

/** L2 L3: the lead is back; nobody needs to stand in. What was offered back or handed on still stands. */
export function returnToBaton(baton: Baton): Baton {
  const { offers, first, offer } = baton;
  return { ...emptyMeeting.baton, offers, first, offer: offer?.why === 'stand-in' ? null : offer };
}

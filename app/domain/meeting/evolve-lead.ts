/** Who leads, as told by the rota and as it really happened. */
import type { Logged, MeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

type LeadEvent = Logged<Extract<MeetingEvent, { kind: 'lead.assigned' | 'lead.changed' }>>;

export function evolveLead(state: MeetingState, event: LeadEvent): MeetingState {
  if (event.kind === 'lead.assigned') {
    return {
      ...state,
      lead: { holder: event.lead, planned: event.lead, line: event.line, lentBy: null },
    };
  }
  const { to, from, how, at } = event;
  // Who hands over may take back; whoever steps in or takes back holds it outright.
  const lentBy = how === 'handed-over' ? (state.lead.lentBy ?? from) : null;
  return {
    ...state,
    lead: { ...state.lead, holder: to, lentBy: lentBy === to ? null : lentBy },
    leadHistory: [...state.leadHistory, { to, from, how, at }],
  };
}

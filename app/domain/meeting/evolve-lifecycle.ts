/** Planned, moved, skipped, started, closed. */
import type { Logged, MeetingEvent } from './events.ts';
import { leaveAll } from './evolve-attendance.ts';
import { endTurn } from './floor.ts';
import { emptyMeeting, isRoomOpen, type MeetingState } from './state.ts';

type LifecycleEvent = Logged<
  Extract<
    MeetingEvent,
    {
      kind:
        | 'meeting.planned'
        | 'meeting.rescheduled'
        | 'meeting.skipped'
        | 'meeting.restored'
        | 'meeting.started'
        | 'meeting.closed';
    }
  >
>;

export function evolveLifecycle(state: MeetingState, event: LifecycleEvent): MeetingState {
  switch (event.kind) {
    case 'meeting.planned':
      return { ...state, startsAt: event.startsAt, lengthMinutes: event.lengthMinutes };
    case 'meeting.rescheduled': {
      const moved = { ...state, startsAt: event.startsAt, lengthMinutes: event.lengthMinutes };
      if (isRoomOpen(moved, event.at)) return moved;
      // H1 H2
      const lead = { ...state.lead, holder: state.lead.planned, lentBy: null };
      const floor = { ...emptyMeeting.floor, order: state.floor.order, turnMs: state.floor.turnMs };
      return { ...emptied(moved, event.at), lead, leadHistory: [], attendance: {}, floor };
    }
    case 'meeting.skipped':
      return { ...emptied(state, event.at), status: 'skipped', closedAt: event.at };
    case 'meeting.restored':
      return { ...state, status: 'planned', closedAt: null };
    case 'meeting.started':
      return { ...state, status: 'live', startedAt: event.at };
    case 'meeting.closed':
      return {
        ...emptied(state, event.at),
        ...{ status: 'closed', closedAt: event.at },
        notesCarriedBy: event.notes === 'carry' ? event.actor : null,
      };
  }
}

/** The room shuts: everybody has left it, nobody speaks or waits to. */
function emptied(state: MeetingState, at: number): MeetingState {
  return {
    ...state,
    baton: { ...emptyMeeting.baton, offers: state.baton.offers },
    attendance: leaveAll(state, at),
    floor: { ...endTurn(state.floor, at), hands: [], round: null },
  };
}

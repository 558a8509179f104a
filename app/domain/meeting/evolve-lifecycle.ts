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
      const floor = { ...emptyMeeting.floor, order: state.floor.order, turnMs: state.floor.turnMs };
      // H1
      return { ...withPlannedLead(emptied(moved, event.at)), attendance: {}, floor };
    }
    case 'meeting.skipped':
      return { ...emptied(state, event.at), status: 'skipped', closedAt: event.at };
    case 'meeting.restored':
      return { ...withPlannedLead(state), status: 'planned', closedAt: null };
    case 'meeting.started':
      return { ...state, status: 'live', startedAt: event.at };
    case 'meeting.closed': {
      const at = event.until ?? event.at;
      return {
        ...emptied(state, at),
        ...{ status: 'closed', closedAt: at },
        notesCarriedBy: event.notes === 'carry' ? event.actor : null,
      };
    }
  }
}

/** H2: whatever was handed from hand to hand in the room, the lead is the rota's to tell again. */
function withPlannedLead(state: MeetingState): MeetingState {
  const lead = { ...state.lead, holder: state.lead.planned, lentBy: null };
  return { ...state, lead, leadHistory: [] };
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

/** Planned, moved, skipped, started, closed. */
import type { Logged, MeetingEvent } from './events.ts';
import { leaveAll } from './evolve-attendance.ts';
import { endTurn } from './floor.ts';
import type { MeetingState } from './state.ts';

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
    case 'meeting.rescheduled':
      return { ...state, startsAt: event.startsAt, lengthMinutes: event.lengthMinutes };
    case 'meeting.skipped':
      return { ...state, status: 'skipped', closedAt: event.at };
    case 'meeting.restored':
      return { ...state, status: 'planned', closedAt: null };
    case 'meeting.started':
      return { ...state, status: 'live', startedAt: event.at };
    case 'meeting.closed':
      return {
        ...state,
        status: 'closed',
        closedAt: event.at,
        attendance: leaveAll(state.attendance, event.at),
        floor: { ...endTurn(state.floor, event.at), hands: [] },
      };
  }
}

/** What is true after one more event. Pure, total, the same on server and screen; one small fold for each noun. */
import { evolveTalk } from '../talk/talk.ts';
import type { LoggedMeetingEvent } from './events.ts';
import { evolveAgenda } from './evolve-agenda.ts';
import { evolveAttendance } from './evolve-attendance.ts';
import { evolveClocks } from './evolve-clocks.ts';
import { evolveExtension } from './evolve-extension.ts';
import { evolveFloor } from './evolve-floor.ts';
import { evolveLead } from './evolve-lead.ts';
import { evolveLifecycle } from './evolve-lifecycle.ts';
import { evolveOutcome } from './evolve-outcome.ts';
import { evolveVoting } from './evolve-voting.ts';
import { emptyMeeting, type MeetingState } from './state.ts';
import { countTalk } from './talk-time.ts';

/** The state after `event`, whose version must be the next one. */
export function evolve(state: MeetingState, event: LoggedMeetingEvent): MeetingState {
  switch (event.kind) {
    // Words move nothing else and are most of what happens: one copy of the state is enough.
    case 'message.posted':
    case 'message.edited':
    case 'message.retracted':
    case 'message.revealed':
      return { ...state, messages: evolveTalk(state.messages, event), version: event.version };
    default: {
      const next = apply(state, event);
      return { ...next, talkMs: countTalk(state, next), version: event.version };
    }
  }
}

/** The state after several events; from nothing when no state is given. */
export function fold(events: readonly LoggedMeetingEvent[], from: MeetingState = emptyMeeting): MeetingState {
  return events.reduce(evolve, from);
}

function apply(
  state: MeetingState,
  event: Exclude<LoggedMeetingEvent, { kind: `message.${string}` }>,
): MeetingState {
  switch (event.kind) {
    case 'meeting.planned':
    case 'meeting.rescheduled':
    case 'meeting.skipped':
    case 'meeting.restored':
    case 'meeting.started':
    case 'meeting.closed':
      return evolveLifecycle(state, event);
    case 'lead.assigned':
    case 'lead.changed':
    case 'lead.missed':
    case 'lead.offered':
    case 'lead.declined':
    case 'lead.lapsed':
    case 'lead.kept':
    case 'lead.freed':
      return evolveLead(state, event);
    case 'attendance.arrived':
    case 'attendance.left':
      return evolveAttendance(state, event);
    case 'format.chosen': {
      const { format: id, name, roles = [] } = event;
      return { ...state, format: { id, name, roles } };
    }
    case 'item.proposed':
    case 'item.edited':
    case 'item.withdrawn':
    case 'item.moved':
    case 'item.kept':
    case 'seat.given':
    case 'agenda.rekeyed':
    case 'agenda.absorbed':
      return { ...state, items: evolveAgenda(state.items, event) };
    case 'role.given': {
      const { [event.role]: _before, ...others } = state.roles;
      return { ...state, roles: event.person === null ? others : { ...others, [event.role]: event.person } };
    }
    case 'seats.told':
      return { ...state, seats: event.seats };
    case 'vote.cast':
    case 'voting.opened':
    case 'voting.closed':
      return evolveVoting(state, event);
    case 'item.started':
    case 'item.paused':
    case 'item.resumed':
    case 'item.extended':
    case 'item.finished':
    case 'phase.started':
      return evolveClocks(state, event);
    case 'extension.opened':
    case 'thumb.shown':
    case 'extension.closed':
      return { ...state, extension: evolveExtension(state.extension, event) };
    case 'hand.raised':
    case 'hand.lowered':
    case 'floor.given':
    case 'floor.ended':
    case 'floor.ordered':
    case 'floor.limited':
    case 'round.invited':
    case 'round.passed':
    case 'round.ended':
      return { ...state, floor: evolveFloor(state.floor, event) };
    default:
      return evolveOutcome(state, event);
  }
}

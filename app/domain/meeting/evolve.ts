/**
 * What is true after one more event. Pure, the same on server and screen; one small fold for each noun. Total: an event of
 * a kind that is not known here, as a newer Rondo writes it, moves the version and nothing else.
 */
import { evolveTalk, type TalkEvent } from '../talk/talk.ts';
import type { Logged, LoggedMeetingEvent, MeetingEvent } from './events.ts';
import { evolveAgenda } from './evolve-agenda.ts';
import { evolveAttendance } from './evolve-attendance.ts';
import { evolveClocks } from './evolve-clocks.ts';
import { evolveExtension } from './evolve-extension.ts';
import { evolveFloor } from './evolve-floor.ts';
import { evolveLead } from './evolve-lead.ts';
import { evolveLifecycle } from './evolve-lifecycle.ts';
import { evolveOutcome } from './evolve-outcome.ts';
import { evolveVoting, withoutDots } from './evolve-voting.ts';
import { joinFloor } from './round.ts';
import { isPresent, type MeetingState } from './state.ts';
import { countTalk } from './talk-time.ts';
import { focusOf } from './turn.ts';

type Kind = MeetingEvent['kind'];
type EventOf<Of extends Kind> = Logged<Extract<MeetingEvent, { kind: Of }>>;
type Fold<Event> = (state: MeetingState, event: Event) => MeetingState;

/** Words move nothing else and are most of what happens: one copy of the state is enough. */
const words: Record<TalkEvent['kind'], true> = {
  'message.posted': true,
  'message.edited': true,
  'message.retracted': true,
  'message.revealed': true,
};

const agenda: Fold<Parameters<typeof evolveAgenda>[1]> = (state, event) => {
  return { ...state, items: evolveAgenda(state.items, event) };
};
/** Dots on what was gone have been placed elsewhere meanwhile (V1). */
const returned: Fold<EventOf<'item.returned'>> = (state, event) => {
  return { ...agenda(state, event), voting: withoutDots(state.voting, event.item) };
};
const absorb: Fold<EventOf<'agenda.absorbed'>> = (state, event) => {
  const { at, taken, dropped, back } = event;
  return { ...agenda(state, event), absorbed: [...state.absorbed, { at, taken, dropped, back }] };
};
/** F7: whoever gives a seat up in the middle of a round comes into it as if they came into the room. */
const seat: Fold<EventOf<'seat.given'>> = (state, event) => {
  const item = state.items.find(({ id }) => id === event.item);
  const had = item ? focusOf(state.items, item) : null;
  const returns = had !== null && had !== event.person && isPresent(state, had);
  return { ...agenda(state, event), floor: returns ? joinFloor(state.floor, had) : state.floor };
};
const extension: Fold<Parameters<typeof evolveExtension>[1]> = (state, event) => {
  return { ...state, extension: evolveExtension(state.extension, event) };
};
const floor: Fold<Parameters<typeof evolveFloor>[1]> = (state, event) => {
  return { ...state, floor: evolveFloor(state.floor, event) };
};
const format: Fold<EventOf<'format.chosen'>> = (state, { format: id, name, roles = [] }) => {
  return { ...state, format: { id, name, roles } };
};
const role: Fold<EventOf<'role.given'>> = (state, { role, person }) => {
  const { [role]: _before, ...others } = state.roles;
  return { ...state, roles: person === null ? others : { ...others, [role]: person } };
};

/** How each other kind of event folds. Its type wants every kind there is, and no other. */
const folds: { [Of in Exclude<Kind, TalkEvent['kind']>]: Fold<EventOf<Of>> } = {
  'meeting.planned': evolveLifecycle,
  'meeting.rescheduled': evolveLifecycle,
  'meeting.skipped': evolveLifecycle,
  'meeting.restored': evolveLifecycle,
  'meeting.started': evolveLifecycle,
  'meeting.closed': evolveLifecycle,
  'lead.assigned': evolveLead,
  'lead.changed': evolveLead,
  'lead.missed': evolveLead,
  'lead.offered': evolveLead,
  'lead.declined': evolveLead,
  'lead.lapsed': evolveLead,
  'lead.kept': evolveLead,
  'lead.freed': evolveLead,
  'attendance.arrived': evolveAttendance,
  'attendance.left': evolveAttendance,
  'format.chosen': format,
  'item.proposed': agenda,
  'item.edited': agenda,
  'item.withdrawn': agenda,
  'item.returned': returned,
  'item.moved': agenda,
  'item.kept': agenda,
  'seat.given': seat,
  'agenda.rekeyed': agenda,
  'agenda.absorbed': absorb,
  'role.given': role,
  'seats.told': (state, { seats }) => ({ ...state, seats }),
  'vote.cast': evolveVoting,
  'voting.opened': evolveVoting,
  'voting.closed': evolveVoting,
  'item.started': evolveClocks,
  'item.paused': evolveClocks,
  'item.resumed': evolveClocks,
  'item.extended': evolveClocks,
  'item.finished': evolveClocks,
  'phase.started': evolveClocks,
  'extension.opened': extension,
  'thumb.shown': extension,
  'extension.closed': extension,
  'hand.raised': floor,
  'hand.lowered': floor,
  'floor.given': floor,
  'floor.ended': floor,
  'floor.ordered': floor,
  'floor.limited': floor,
  'round.invited': floor,
  'round.passed': floor,
  'round.ended': floor,
  'decision.recorded': evolveOutcome,
  'decision.withdrawn': evolveOutcome,
  'action.added': evolveOutcome,
  'action.edited': evolveOutcome,
  'action.dropped': evolveOutcome,
  'action.completed': evolveOutcome,
  'action.reopened': evolveOutcome,
};

/** Every kind of event there is. */
export const eventKinds: readonly string[] = [...Object.keys(words), ...Object.keys(folds)];

/** Whether this event means something here. One that does not comes from a newer Rondo. */
export function isKnownEvent({ kind }: { kind: string }): boolean {
  return Object.hasOwn(words, kind) || Object.hasOwn(folds, kind);
}

/** The state after `event`, whose version must be the next one. */
export function evolve(state: MeetingState, event: LoggedMeetingEvent): MeetingState {
  const { version } = event;
  if (isWords(event)) return { ...state, messages: evolveTalk(state.messages, event), version };
  if (!isKnownEvent(event)) return { ...state, version };
  const next = (folds[event.kind] as Fold<LoggedMeetingEvent>)(state, event);
  return { ...next, talkMs: countTalk(state, next, event.at), version };
}

function isWords(event: LoggedMeetingEvent): event is EventOf<TalkEvent['kind']> {
  return Object.hasOwn(words, event.kind);
}

/**
 * What leaves the server: every event and every state goes through here first.
 *
 * V2 Before voting closes a vote shows only that its owner voted; a reader's state holds the reader's own dots.
 * The author knows the content from the acknowledgement; `voting.closed` carries what becomes known to all.
 */
import type { LoggedMeetingEvent } from './events.ts';
import type { MeetingState } from './state.ts';

/** The form of an event that every reader of the room may see: same version, no hidden content. */
export function maskEvent(event: LoggedMeetingEvent): LoggedMeetingEvent {
  return event.kind === 'vote.cast' ? { ...event, item: null, dots: null } : event;
}

/** Whether masking takes something away, so that the author must be told apart. */
export function isHidden(event: LoggedMeetingEvent): boolean {
  return event.kind === 'vote.cast';
}

/** The state as this reader may see it. */
export function maskState(state: MeetingState, reader: string): MeetingState {
  const mine = state.voting.dots[reader];
  return { ...state, voting: { ...state.voting, dots: mine ? { [reader]: mine } : {} } };
}

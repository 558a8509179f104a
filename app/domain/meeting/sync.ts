/**
 * How a browser follows a room.
 *
 * S1 A frame that begins right after the own version applies; what is already known of it is ignored.
 * S2 A frame from further ahead shows a gap: nothing of it applies, the browser asks for what is missing.
 * S3 Own hidden events come with the acknowledgement and are laid over the state; versions do not move by them. Beyond a
 *    gap nothing is laid over: what is missing would then come after it. Entering again, as S2 has it, brings both.
 * S4 A page that hears of a kind of event it does not know is out of date: what it shows may be wrong from there on.
 */
import type { LoggedMeetingEvent } from './events.ts';
import { evolve, isKnownEvent } from './evolve.ts';
import type { MeetingState } from './state.ts';

export type Followed = {
  state: MeetingState;
  applied: readonly LoggedMeetingEvent[];
  gap: boolean;
  isOutdated: boolean;
};

/** S1 S2 S4: the state after a frame or an answer with consecutive events. */
export function follow(state: MeetingState, events: readonly LoggedMeetingEvent[]): Followed {
  const news = events.filter((event) => event.version > state.version);
  const [first] = news;
  if (!first) return { state, applied: [], gap: false, isOutdated: false };
  if (first.version !== state.version + 1) return { state, applied: [], gap: true, isOutdated: false };
  const isOutdated = !news.every(isKnownEvent);
  return { state: news.reduce(evolve, state), applied: news, gap: false, isOutdated };
}

/** S3 */
export function overlay(state: MeetingState, own: readonly LoggedMeetingEvent[]): MeetingState {
  if (own.some(({ version }, index) => version > state.version + 1 + index)) return state;
  return own.reduce((known, event) => ({ ...evolve(known, event), version: known.version }), state);
}

/**
 * Several events after each other. Comes to the same as `evolve` one by one; what is said, which is most of what happens, is
 * put into one list and not copied for each line.
 */
import { openGrowingTalk } from '../talk/growing-talk.ts';
import type { LoggedMeetingEvent, MeetingEvent } from './events.ts';
import { evolve } from './evolve.ts';
import { emptyMeeting, type MeetingState } from './state.ts';

/** A fold under way. Its states between two events share their lines: nobody may keep one but the last. */
export type Folding = { state: () => MeetingState; take: (event: LoggedMeetingEvent) => void };

export function openFold(from: MeetingState): Folding {
  let state = from;
  let talk: ReturnType<typeof openGrowingTalk> | null = null;

  return {
    state: () => state,
    /** Takes in the event whose version is the next. */
    take(event) {
      if (event.kind !== 'message.posted' || event.hidden) {
        state = evolve(state, event);
        if (state.messages !== talk?.lines()) talk = null;
        return;
      }
      talk ??= openGrowingTalk(state.messages);
      talk.add(event);
      state = { ...state, messages: talk.lines(), version: event.version };
    },
  };
}

/** The state after several events; from nothing when no state is given. */
export function fold(events: readonly LoggedMeetingEvent[], from: MeetingState = emptyMeeting): MeetingState {
  const folding = openFold(from);
  for (const event of events) folding.take(event);
  return folding.state();
}

/** The state as it would be after these events: for deciding what else must follow. */
export function foldFrom(state: MeetingState, events: readonly MeetingEvent[], at: number): MeetingState {
  return events.reduce(
    (draft, event) => evolve(draft, { ...event, version: draft.version + 1, at, actor: null, command: null }),
    state,
  );
}

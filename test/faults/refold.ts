// The checker's own fold of a stored log: what is true after so many events.
import { emptyCircleRoom } from '#app/domain/circle/room.ts';
import { fold } from '#app/domain/meeting/fold.ts';
import type { MeetingState } from '#app/domain/meeting/state.ts';
import type { Stored } from './stored.ts';

/** The state at this version; at the newest unless told. */
export function refold({ kind, log }: Pick<Stored, 'kind' | 'log'>, version = log.length): MeetingState {
  const events = log.slice(0, version);
  return kind === 'circle' ? fold(events, emptyCircleRoom) : fold(events);
}

import type { Kysely } from 'kysely';
import { emptyCircleRoom } from '#app/domain/circle/room.ts';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { emptyMeeting, type MeetingState } from '#app/domain/meeting/state.ts';
import type { RoomRow } from '#db/room.ts';
import { readEvents } from '#db/room-log.ts';
import { findSnapshot } from '#db/room-snapshot.ts';
import type { DB } from '#db/schema.ts';
import { foldName } from './fold-name.ts';
import { evolveAll, TAIL } from './loaded-room.ts';

/** How many events one read of the log brings. */
const PAGE = 2_000;

/** A room read from what is stored, with its newest events. `erased`: how often the log had been written over before that. */
export type FoldedRoom = { state: MeetingState; tail: LoggedMeetingEvent[]; erased: number };

/**
 * Folds a room: the snapshot and the events after it, or all events where there is none that can be used. Both come to the
 * same. Never more than a page of the log is in memory at once.
 */
export async function foldRoom(db: Kysely<DB>, row: RoomRow): Promise<FoldedRoom> {
  const { id, version, meeting_id } = row;
  const kept = await findSnapshot(db, { room: id, version, fold: foldName() });
  let state = kept.state ?? (meeting_id === null ? emptyCircleRoom : emptyMeeting);
  let tail: LoggedMeetingEvent[] = [];
  // The newest events are wanted even where the snapshot stands for them.
  for (let after = Math.min(state.version, Math.max(0, version - TAIL)), isMore = true; isMore; ) {
    const page = await readEvents(db, id, after, PAGE);
    const known = state.version;
    state = evolveAll(
      state,
      page.filter((event) => event.version > known),
    );
    tail = [...tail, ...page].slice(-TAIL);
    after = page.at(-1)?.version ?? after;
    isMore = page.length === PAGE;
  }
  return { state, tail, erased: kept.erased };
}

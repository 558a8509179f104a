import { searchChanges, together } from '#app/domain/search/search-change.ts';
import { readEvents } from '#db/room-log.ts';
import {
  clearSearchRoom,
  holdSearchRoom,
  listRoomsBehind,
  setSearchedVersion,
  writeSearchChanges,
} from '#db/search.ts';
import type { House } from '../house.ts';

/** How many events one transaction takes in: taking words back waits no longer than that. */
const PAGE = 500;
/** How many rooms a search brings up before it looks; more is left to the job. */
const MOST_ROOMS = 50;

type SearchDeps = Pick<House, 'db'>;
type Room = Awaited<ReturnType<typeof listRoomsBehind>>[number];

/**
 * Brings what can be searched of a room up to its log. May be done at any time, again, and by two processes at once: each
 * event is taken in once, in order.
 */
export async function bringUpRoom({ db }: SearchDeps, room: Room): Promise<void> {
  for (let isMore = true; isMore; )
    isMore = await db.transaction().execute(async (tx) => {
      const version = await holdSearchRoom(tx, room.room);
      const events = await readEvents(tx, room.room, version, PAGE);
      const last = events.at(-1);
      if (!last) return false;
      const changes = events.flatMap(searchChanges);
      await writeSearchChanges(tx, room, together(changes));
      await setSearchedVersion(tx, room.room, last.version);
      return events.length === PAGE;
    });
}

/** Brings up the rooms of a person's circles (null: all rooms). Answers whether some are still behind. */
export async function bringUpRooms(
  { db }: SearchDeps,
  person: string | null,
  limit = MOST_ROOMS,
): Promise<boolean> {
  const behind = await listRoomsBehind(db, { person, limit: limit + 1 });
  for (const room of behind.slice(0, limit)) await bringUpRoom({ db }, room);
  return behind.length > limit;
}

/** Reads a room from its log once more, as if nothing had been known of it. */
export async function rebuildSearchRoom({ db }: SearchDeps, room: Room): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdSearchRoom(tx, room.room);
    await clearSearchRoom(tx, room.room);
  });
  await bringUpRoom({ db }, room);
}

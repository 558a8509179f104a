import { listMemberIds } from '#db/membership.ts';
import { findRoom } from '#db/room.ts';
import { foldRoom } from './fold-room.ts';
import type { LoadedRoom } from './loaded-room.ts';
import type { ReadDeps } from './read-on.ts';
import type { Teller } from './teller.ts';

/** How many rooms a process remembers, and how many of their newest events altogether (about 0.5 KB each). */
export type CacheLimits = { rooms: number; events: number };

const standardLimits: CacheLimits = { rooms: 1_000, events: 200_000 };

/**
 * The rooms in memory. Two that ask for a cold room at once wait for the same load; what was appended since it was last
 * in memory is told before anybody gets it, and to nobody who has left meanwhile.
 */
export function openRoomCache(deps: ReadDeps, teller: Teller, limits = standardLimits) {
  const rooms = new Map<string, Promise<LoadedRoom | null>>();
  const loaded = new Map<string, LoadedRoom>();

  async function load(id: string): Promise<LoadedRoom | null> {
    const row = await findRoom(deps.db, id);
    if (!row) return null;
    const { circle_id: circle, departures } = row;
    const { state, tail } = await foldRoom(deps.db, row);
    // Read last: whoever left before one of these events is not among them, and does not hear it.
    const members = new Set(await listMemberIds(deps.db, circle));
    // Commands of before are looked up in the log when needed.
    const room: LoadedRoom = { id, circle, members, departures, state, tail, known: new Map() };
    deps.departed(id, members);
    teller.begin(id, room.state.version);
    // What lies further back than the tail and was never told here is a gap that browsers find by themselves (P8).
    teller.tell(id, tail);
    return room;
  }

  function forget(id: string): void {
    rooms.delete(id);
    loaded.delete(id);
  }

  /** Lets go of the least recently used until the rest is within the limits; whoever wants them reads their log. */
  function makeSpace(): void {
    let events = [...loaded.values()].reduce((sum, { tail }) => sum + tail.length, 0);
    for (const id of [...rooms.keys()].slice(0, -1)) {
      if (rooms.size <= limits.rooms && events <= limits.events) return;
      events -= loaded.get(id)?.tail.length ?? 0;
      forget(id);
    }
  }

  return {
    /** The room where it is in memory already; looking is no use of it. */
    loaded: (id: string): LoadedRoom | undefined => loaded.get(id),
    /** The room, from memory or from its log; null when there is none. A failed load is not remembered. */
    get(id: string): Promise<LoadedRoom | null> {
      const known = rooms.get(id);
      const room = known ?? load(id);
      rooms.delete(id);
      rooms.set(id, room);
      if (!known) {
        room.then(
          (found) => {
            // Somebody may have said meanwhile that it is to be forgotten.
            if (rooms.get(id) !== room) return;
            if (!found) return forget(id);
            loaded.set(id, found);
            makeSpace();
          },
          () => forget(id),
        );
      }
      return room;
    },
    forget,
    /**
     * Reads who belongs to the room's circle now. An append rests on members that were read after `departures`, so an answer that
     * comes after a later look counts for nothing and is asked for again.
     */
    async refreshMembers(room: LoadedRoom): Promise<void> {
      for (;;) {
        const { departures } = room;
        const members = new Set(await listMemberIds(deps.db, room.circle));
        if (room.departures !== departures) continue;
        room.members = members;
        return;
      }
    },
  };
}

export type RoomCache = ReturnType<typeof openRoomCache>;

import { listMemberIds } from '#db/membership.ts';
import { readNews } from '#db/room-log.ts';
import type { House } from '../house.ts';
import { advance, type LoadedRoom } from './loaded-room.ts';
import type { Teller } from './teller.ts';

const PAGE = 500;

export type ReadDeps = Pick<House, 'db' | 'departed'>;

/**
 * Brings a room in memory up to its log: reads what other processes have appended, tells our sockets, and answers whether
 * there was anything. Whoever left the circle before one of these events is out of the room before it is told.
 */
export function openReader(deps: ReadDeps, teller: Teller) {
  const reading = new Map<LoadedRoom, Promise<boolean>>();

  async function read(room: LoadedRoom): Promise<boolean> {
    for (let moved = false; ; moved = true) {
      const news = await readNews(deps.db, room.id, room.state.version, PAGE);
      if (!news) return moved;
      if (news.departures !== room.departures) await lookAround(room, news.departures);
      teller.tell(room.id, advance(room, news.events));
      if (news.events.length < PAGE) return true;
    }
  }

  /** Reads who belongs to the circle now; whoever does not is cut from the room. */
  async function lookAround(room: LoadedRoom, departures: number): Promise<void> {
    room.members = new Set(await listMemberIds(deps.db, room.circle));
    room.departures = departures;
    deps.departed(room.id, room.members);
  }

  return {
    lookAround,
    /** Reads on after everybody who is reading already; not at all when they bring `version`. */
    async readOn(room: LoadedRoom, version = Number.POSITIVE_INFINITY): Promise<boolean> {
      const before = reading.get(room)?.catch(() => false);
      const mine = (async () => {
        await before;
        return room.state.version < version && (await read(room));
      })();
      reading.set(room, mine);
      try {
        return await mine;
      } finally {
        if (reading.get(room) === mine) reading.delete(room);
      }
    },
  };
}

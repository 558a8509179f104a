import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { maskEvent } from '#app/domain/meeting/mask.ts';
import type { House } from '../house.ts';

/** For how many rooms we remember what has been told; beyond it, browsers find a gap by themselves (P8). */
const MOST_ROOMS = 20_000;

/**
 * Tells the sockets of this process each event of a room once and in the log's order, whether it was appended here or
 * read from the log because another process appended it, and also when the room was dropped from memory in between.
 */
export function openTeller(deps: Pick<House, 'publish'>) {
  const told = new Map<string, number>();

  function mark(room: string, version: number): void {
    told.delete(room);
    told.set(room, version);
    if (told.size <= MOST_ROOMS) return;
    const [oldest] = told.keys();
    if (oldest) told.delete(oldest);
  }

  return {
    /**
     * The version up to which the room has been told; undefined when nobody here has ever heard of it. Rooms with sockets are
     * asked about each second, so they are never the oldest.
     */
    told(room: string): number | undefined {
      const version = told.get(room);
      if (version !== undefined) mark(room, version);
      return version;
    },
    /** Nobody here can have heard anything of a room that is read for the first time: telling begins after it. */
    begin(room: string, version: number): void {
      if (!told.has(room)) mark(room, version);
    },
    /** Publishes what has not been told yet of consecutive events. */
    tell(room: string, events: readonly LoggedMeetingEvent[]): void {
      const after = told.get(room) ?? 0;
      const [first] = events;
      const news = first && first.version > after ? events : events.filter(({ version }) => version > after);
      const last = news.at(-1);
      if (!last) return;
      mark(room, last.version);
      deps.publish({ room, from: news[0]?.version ?? last.version, events: news.map(maskEvent) });
    },
  };
}

export type Teller = ReturnType<typeof openTeller>;

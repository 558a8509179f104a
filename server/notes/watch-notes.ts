import type { NoteFrame } from '#app/domain/notes/wire.ts';
import { findNotes, listNewestNotes } from '#db/note.ts';
import type { House } from '../house.ts';
import type { RoomStates } from '../rooms/room-states.ts';

/**
 * Looks for what other processes wrote in notes that somebody has open here. Their frames come by themselves; what was
 * stored one look ago and never came is only named, and whoever lacks it asks. So a lost frame is mended after two looks.
 * Who has left the circle is out of the room before anything is named.
 */
export function watchNotes(
  { db, log, heedDepartures }: Pick<House, 'db' | 'log'> & Pick<RoomStates, 'heedDepartures'>,
  every: number,
  tell: (frame: NoteFrame) => void,
) {
  const watched = new Set<string>();
  /** By meeting: what everybody here has been told of, and what was stored at the last look. */
  const told = new Map<string, number>();
  const stored = new Map<string, number>();
  let looking = false;

  async function look(): Promise<void> {
    if (looking || watched.size === 0) return;
    looking = true;
    try {
      for (const { meeting, newest, departures } of await listNewestNotes(db, [...watched])) {
        await heedDepartures(meeting, departures);
        await compare(meeting, stored.get(meeting) ?? newest);
        stored.set(meeting, newest);
      }
    } catch (error) {
      log.warn({ err: error }, 'notes could not be looked at');
    } finally {
      looking = false;
    }
  }

  async function compare(meeting: string, seq: number): Promise<void> {
    const known = told.get(meeting) ?? 0;
    if (seq <= known) return;
    told.set(meeting, seq);
    const head = await findNotes(db, meeting);
    if (head) tell({ room: meeting, generation: head.generation, after: seq, seq, update: new Uint8Array() });
  }

  const ticking = setInterval(() => void look(), every).unref();
  return {
    has: (meeting: string) => watched.has(meeting),
    set(meeting: string, on: boolean): void {
      if (on) watched.add(meeting);
      else for (const book of [watched, told, stored]) book.delete(meeting);
    },
    told(meeting: string, seq: number): void {
      if (watched.has(meeting)) told.set(meeting, Math.max(told.get(meeting) ?? 0, seq));
    },
    close: () => clearInterval(ticking),
  };
}

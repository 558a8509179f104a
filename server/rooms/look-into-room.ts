import { maskState } from '#app/domain/meeting/mask.ts';
import { refuse } from '#app/domain/refusal.ts';
import { readMeetingRoom } from '#db/meeting-room.ts';
import type { House } from '../house.ts';

/**
 * What the first view of a meeting's room shows, masked for this reader. Whoever is not a current member gets `not-found`.
 */
export async function lookIntoRoom(house: House, reader: string, meeting: string) {
  const rows = await readMeetingRoom(house.db, { person: reader, meeting });
  const state = rows && (await house.rooms.state(meeting, rows.version));
  if (!rows || !state) return refuse('not-found');

  const { version: _, hasNotes, ...page } = rows;
  const notes = hasNotes ? await house.notes.read(meeting) : [];
  return { ...page, notes, now: house.now(), snapshot: maskState(state, reader) };
}

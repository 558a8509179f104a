import { maskState } from '#app/domain/meeting/mask.ts';
import { refuse } from '#app/domain/refusal.ts';
import type { findMeetingRoomFor } from '#db/meeting-room.ts';
import type { House } from '../house.ts';

type Found = NonNullable<Awaited<ReturnType<typeof findMeetingRoomFor>>>;

/** What the first view of a meeting's room shows, masked for the member for whom it was found. */
export async function lookIntoRoom(house: House, { meeting, membership, room }: Found) {
  const { version, hasNotes, ...page } = room;
  const state = await house.rooms.state(meeting.id, version);
  if (!state) return refuse('not-found');

  const notes = hasNotes ? await house.notes.read(meeting.id) : [];
  return { ...page, notes, now: house.now(), snapshot: maskState(state, membership.person_id) };
}

import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { maskEvent, maskState } from '#app/domain/meeting/mask.ts';
import type { Entered } from '#app/domain/meeting/protocol.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { listNamesOfMembers } from '#db/membership.ts';
import { findRoomsFor } from '#db/room.ts';
import { gathering } from '../gathering.ts';
import type { House } from '../house.ts';

/** More events than this are not sent one by one: the browser gets a snapshot instead. */
const MOST_EVENTS = 500;

const findRoomFor = gathering(findRoomsFor);
const namesOfMembers = gathering(listNamesOfMembers);

/** Whether this person belongs to the room's circle now, and their sign-in is none that was ended. */
export async function mayEnter(
  house: House,
  { person, session }: { person: string; session: string },
  room: string,
): Promise<boolean> {
  return (await findRoomFor(house.db, { person, room, session })) !== undefined;
}

/**
 * What a member needs to be where the room is: the events after the version they have, or a snapshot with its
 * version. Whoever is not a current member gets `not-found`. Everything is masked for this reader.
 */
export async function enterRoom(
  house: House,
  person: string,
  { room, after }: { room: string; after: number | null },
): Promise<(Entered & { circle: string }) | Refusal> {
  const found = await findRoomFor(house.db, { person, room });
  // Another process may have written, or told this browser, more than we have read yet.
  const state = found && (await house.rooms.state(room, Math.max(after ?? 0, found.version)));
  if (!found || !state) return refuse('not-found');

  const people = await namesOfMembers(house.db, found.circle_id);
  const about = { now: house.now(), circle: found.circle_id, people };

  await house.failpoint?.('mid-catch-up');
  const known = after !== null && after <= state.version && state.version - after <= MOST_EVENTS;
  if (!known) return { ...about, version: state.version, snapshot: maskState(state, person) };
  const events = await house.rooms.since(room, after, MOST_EVENTS);
  return { ...about, version: events.at(-1)?.version ?? after, events: events.map(maskFor(person)) };
}

/** Own hidden content is for its author: a browser that lost its acknowledgement gets it back on returning. */
function maskFor(person: string) {
  return (event: LoggedMeetingEvent) => (event.actor === person ? event : maskEvent(event));
}

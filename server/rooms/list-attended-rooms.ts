import { presentPeople } from '#app/domain/meeting/may.ts';
import { type MeetingState, ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { listOpenRooms } from '#db/open-room.ts';
import type { House } from '../house.ts';

/** The open rooms in which the log has people: after a start, those whose presence nobody watches yet. */
export async function listAttendedRooms(house: House): Promise<string[]> {
  const open = await listOpenRooms(house.db, new Date(house.now() + ROOM_OPENS_BEFORE));
  const states = await Promise.all(open.map((room) => stateOf(house, room)));
  return open.filter((_, index) => {
    const state = states[index];
    return state && presentPeople(state).length > 0;
  });
}

/** A room that cannot be read has nobody whom we could look after; the others have. */
async function stateOf({ rooms, log }: House, room: string): Promise<MeetingState | null> {
  return rooms.state(room).catch((error: unknown) => {
    log.warn({ err: error, room }, 'who is in a room could not be read');
    return null;
  });
}

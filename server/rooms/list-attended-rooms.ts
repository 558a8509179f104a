import { presentPeople } from '#app/domain/meeting/may.ts';
import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { listOpenRooms } from '#db/open-room.ts';
import type { House } from '../house.ts';

/** The open rooms in which the log has people: after a start, those whose presence nobody watches yet. */
export async function listAttendedRooms(house: House): Promise<string[]> {
  const open = await listOpenRooms(house.db, new Date(house.now() + ROOM_OPENS_BEFORE));
  const states = await Promise.all(open.map((room) => house.rooms.state(room)));
  return open.filter((_, index) => {
    const state = states[index];
    return state && presentPeople(state).length > 0;
  });
}

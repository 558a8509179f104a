import { presentPeople } from '#app/domain/meeting/may.ts';
import { ROOM_OPENS_BEFORE } from '#app/domain/meeting/state.ts';
import { listOpenRooms } from '#db/open-room.ts';
import type { House } from '../house.ts';
import { NewerLog } from './loaded-room.ts';

/** `attended`: the log has people in them; `unread`: they could not be read just now. */
export type AttendedRooms = { attended: string[]; unread: string[] };

/** The open rooms in which the log has people: after a start, those whose presence nobody watches yet. */
export async function listAttendedRooms(house: House): Promise<AttendedRooms> {
  const open = await listOpenRooms(house.db, new Date(house.now() + ROOM_OPENS_BEFORE));
  const looks = await Promise.all(open.map((room) => lookInto(house, room)));
  const which = (wanted: Look) => open.filter((_, index) => looks[index] === wanted);
  return { attended: which('attended'), unread: which('unread') };
}

type Look = 'attended' | 'left' | 'unread';

async function lookInto({ rooms, log }: House, room: string): Promise<Look> {
  try {
    const state = await rooms.state(room);
    return state && presentPeople(state).length > 0 ? 'attended' : 'left';
  } catch (error) {
    log.warn({ err: error, room }, 'who is in a room could not be read');
    // P12: what a newer Rondo wrote cannot be read here a moment later either, so there is nobody whom we could look after.
    return error instanceof NewerLog ? 'left' : 'unread';
  }
}

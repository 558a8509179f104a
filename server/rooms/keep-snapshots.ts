import { findRoom } from '#db/room.ts';
import { keepSnapshot, listRoomsToKeep } from '#db/room-snapshot.ts';
import { eachByItself } from '../each-by-itself.ts';
import type { House } from '../house.ts';
import { foldName } from './fold-name.ts';
import { foldRoom } from './fold-room.ts';

/** A room is not folded further than this, and what is written meanwhile: about 10 ms of work. */
export const GROWN_BY = 1_000;
/** How many rooms one run takes in. */
const MOST_ROOMS = 200;

/** Keeps what a room comes to now. Made from what is stored alone, so it does not matter which process does it, or twice. */
export async function keepRoom({ db }: Pick<House, 'db'>, room: string): Promise<boolean> {
  const row = await findRoom(db, room);
  if (!row) return false;
  const { state, erased } = await foldRoom(db, row);
  return keepSnapshot(db, { room, state, fold: foldName(), erased });
}

/** Keeps every room that has grown long since it was kept last. Nothing of it is on the way of a command. */
export async function keepSnapshots(house: Pick<House, 'db'>): Promise<void> {
  const rooms = await listRoomsToKeep(house.db, { fold: foldName(), grownBy: GROWN_BY, limit: MOST_ROOMS });
  await eachByItself(rooms, (room) => keepRoom(house, room));
}

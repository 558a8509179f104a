// Two processes of one house on one database, without HTTP and sockets.
import { openRoomHouse, type RoomHouse } from './room-house.ts';

export type TwoHouses = { one: RoomHouse; two: RoomHouse; close: () => Promise<void> };

/** Opens both; `close` drops their database too. */
export async function openTwoHouses(): Promise<TwoHouses> {
  const one = await openRoomHouse();
  const two = await openRoomHouse({ database: one.database });
  return {
    one,
    two,
    async close() {
      await two.close();
      await one.close();
    },
  };
}

// Holds whoever is just entering a room, so that something can happen in exactly that moment.
import type { House } from '#server/house.ts';

/** From now on everybody who reads this room waits. `reached` resolves when somebody does; `release` lets all go. */
export function holdRoom(house: House, room: string): { reached: Promise<void>; release: () => void } {
  const { state } = house.rooms;
  let arrive = () => {};
  let letGo = () => {};
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  house.rooms.state = async (id) => {
    if (id !== room) return state(id);
    arrive();
    await held;
    return state(id);
  };
  return {
    reached,
    release() {
      house.rooms.state = state;
      letGo();
    },
  };
}

// Before a run's traffic: the people, their meeting, and everybody in its room.
import { cookieName } from '#server/auth/cookie.ts';
import { aMeetingRoom } from '#test/harness/meeting-room.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import { type Place, takePlace } from './place.ts';
import type { World } from './world.ts';

type Wanted = { seed: number; members: number; patience: number };

/** Makes so many members of a circle, of whom the first opens two tabs. Everybody is on their way into the room. */
export async function gather(
  world: World,
  history: History,
  { seed, members: count, patience }: Wanted,
  dice: Dice,
) {
  await world.database.answers();
  const { house, origin } = world;
  const { meeting: room, members } = await aMeetingRoom(house, count, house.now() - 60_000);
  house.rooms.forget(room);
  history.note({ do: 'begin', seed, room, people: members, patience });
  const people = members.map((id, index) => ({ id, name: `Person ${index + 1}` }));
  const places: Place[] = [];
  for (const [index, person] of members.entries()) {
    const token = house.newToken();
    await house.sessions.start(person, token);
    const cookie = `${cookieName(origin)}=${token}`;
    for (const tab of index === 0 ? [1, 2] : [1]) {
      const name = `${index + 1}.${tab}`;
      const seat = { ...{ room, person, people, cookie, origin }, name };
      places.push(await takePlace(world, history, dice.apart(`place ${name}`), seat));
    }
  }
  return { room, places };
}

/** Until everybody is in; throws when somebody is not within half a minute. */
export async function allLive(places: Place[]): Promise<void> {
  const until = performance.now() + 30_000;
  while (!places.every((place) => place.tab().store.get().connection === 'live')) {
    if (performance.now() > until) throw new Error('Not everybody could come in.');
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

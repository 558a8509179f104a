// Before a run's traffic: the people, their circle with its rooms, and everybody on their way into them.
import { emptyCircleRoom } from '#app/domain/circle/room.ts';
import { emptyMeeting } from '#app/domain/meeting/state.ts';
import { insertCircleRoom } from '#db/circle.ts';
import { cookieName } from '#server/auth/cookie.ts';
import { aMeetingRoom, aMember } from '#test/harness/meeting-room.ts';
import type { Dice } from './dice.ts';
import type { History } from './history.ts';
import type { Company } from './membership.ts';
import { type Place, takePlace } from './place.ts';
import type { Scope } from './scope.ts';
import type { World } from './world.ts';

type Wanted = { seed: number; members: number; patience: number; scope: Scope };

/** `newcomer` is no member yet and stands at the door. */
export type Gathered = Company & { places: Place[]; newcomer: { person: string; places: Place[] } | null };

/** Makes so many members of a circle, of whom the first opens two tabs of the meeting. */
export async function gather(
  world: World,
  history: History,
  { seed, members: count, patience, scope }: Wanted,
  dice: Dice,
): Promise<Gathered> {
  await world.database.answers();
  const { house } = world;
  const { circle, meeting, members } = await aMeetingRoom(house, count, house.now() - 60_000);
  house.rooms.forget(meeting);
  await house.db.updateTable('circle').set({ remove_rule: 'any-member' }).where('id', '=', circle).execute();
  if (scope.circleRoom) await insertCircleRoom(house.db, circle);
  const rooms = scope.circleRoom ? [meeting, circle] : [meeting];
  for (const room of rooms) history.of(room).note({ do: 'begin', seed, room, people: members, patience });

  const stranger = scope.newcomer ? await aMember(house.db, count) : null;
  const everybody = stranger ? [...members, stranger] : members;
  const people = everybody.map((id, index) => ({ id, name: `Person ${index + 1}` }));
  async function seat(person: string): Promise<Place[]> {
    const number = everybody.indexOf(person) + 1;
    const cookie = await signIn(world, person);
    const taken = rooms.flatMap((room) => tabsOf(room, { number, isCircle: room === circle }));
    return Promise.all(
      taken.map(({ name, room }) => {
        const start = room === circle ? emptyCircleRoom : emptyMeeting;
        const wanted = { room, person, people, cookie, origin: world.origin, name };
        const notes = scope.notes && room === meeting;
        return takePlace(world, history.of(room), dice.apart(`place ${name}`), { ...wanted, notes }, start);
      }),
    );
  }
  const places: Place[] = [];
  for (const person of members) places.push(...(await seat(person)));
  const newcomer = stranger ? { person: stranger, places: await seat(stranger) } : null;
  return { circle, rooms, people: members, gone: new Set(), places, newcomer };
}

/** Person 1 has two tabs of the meeting; everybody has one of the circle's room. */
function tabsOf(room: string, { number, isCircle }: { number: number; isCircle: boolean }) {
  if (isCircle) return [{ name: `${number}.circle`, room }];
  return (number === 1 ? [1, 2] : [1]).map((tab) => ({ name: `${number}.${tab}`, room }));
}

async function signIn({ house, origin }: World, person: string): Promise<string> {
  const token = house.newToken();
  await house.sessions.start(person, token);
  return `${cookieName(origin)}=${token}`;
}

/** Until everybody is in; throws when somebody is not within half a minute. */
export async function allLive(places: readonly Place[]): Promise<void> {
  const until = performance.now() + 30_000;
  while (!places.every((place) => place.tab().store.get().connection === 'live')) {
    if (performance.now() > until) throw new Error('Not everybody could come in.');
    await new Promise((resume) => setTimeout(resume, 10));
  }
}

// Circles with a meeting that is on, and everybody signed in: rows where rows are all there is, commands for the log.
import { randomUUID } from 'node:crypto';
import { isRefusal } from '#app/domain/refusal.ts';
import { cookieName } from '#server/auth/cookie.ts';
import type { House } from '#server/house.ts';
import type { Place, RoomShape, World } from './world.ts';

/** Makes the rooms; each opens now. */
export async function furnish(house: House, { rooms, members }: RoomShape): Promise<World> {
  const circles = Array.from({ length: rooms }, () => ({
    circle: randomUUID(),
    room: randomUUID(),
    people: Array.from({ length: members }, () => ({ person: randomUUID(), token: house.newToken() })),
  }));
  const startsAt = house.now();
  await insertRows(house, circles.map(rowsOf(startsAt)));
  const made = circles.map(async ({ room, people }): Promise<World['rooms'][number]> => {
    await tell(house, room, { kind: 'meeting.plan', startsAt, lengthMinutes: 60 });
    return { room, people: await Promise.all(people.map((one) => signIn(house, one))) };
  });
  return { url: house.settings.origin, rooms: await Promise.all(made) };
}

function rowsOf(startsAt: number) {
  return ({ circle, room, people }: { circle: string; room: string; people: { person: string }[] }) => {
    const season = randomUUID();
    const times = { length_minutes: 60, local_time: '18:00', time_zone: 'UTC' };
    return {
      person: people.map(({ person }) => ({ id: person, name: 'Somebody', time_zone: 'UTC' })),
      circle: { id: circle, name: 'Circle', size_limit: 10, time_zone: 'UTC', rota_seed: 1 },
      membership: people.map(({ person }, index) => ({
        id: randomUUID(),
        circle_id: circle,
        person_id: person,
        seat: index + 1,
      })),
      season: { id: season, circle_id: circle, number: 1, every_weeks: 2, ...times },
      meeting: {
        id: room,
        circle_id: circle,
        season_id: season,
        local_date: new Date(startsAt).toISOString().slice(0, 10),
        starts_at: new Date(startsAt),
        ...times,
      },
      room: { id: room, circle_id: circle, meeting_id: room },
    };
  };
}

async function insertRows({ db }: House, all: ReturnType<ReturnType<typeof rowsOf>>[]): Promise<void> {
  for (const some of inPieces(all, 100)) {
    await db
      .insertInto('person')
      .values(some.flatMap((one) => one.person))
      .execute();
    await db
      .insertInto('circle')
      .values(some.map((one) => one.circle))
      .execute();
    await db
      .insertInto('membership')
      .values(some.flatMap((one) => one.membership))
      .execute();
    await db
      .insertInto('season')
      .values(some.map((one) => one.season))
      .execute();
    await db
      .insertInto('meeting')
      .values(some.map((one) => one.meeting))
      .execute();
    await db
      .insertInto('room')
      .values(some.map((one) => one.room))
      .execute();
  }
}

function inPieces<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, piece) =>
    items.slice(piece * size, (piece + 1) * size),
  );
}

async function signIn(house: House, { person, token }: { person: string; token: string }): Promise<Place> {
  await house.sessions.start(person, token);
  return { person, cookie: `${cookieName(house.settings.origin)}=${token}` };
}

async function tell(
  house: House,
  room: string,
  command: Parameters<House['rooms']['execute']>[0]['command'],
): Promise<void> {
  const answer = await house.rooms.execute({ room, actor: null, id: randomUUID(), command });
  if (isRefusal(answer)) throw new Error(`${answer.refused}: ${answer.message}`);
}

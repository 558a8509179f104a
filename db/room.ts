import { CompiledQuery, type Kysely, sql } from 'kysely';
import { plainArray } from './plain-array.ts';
import { prepared, preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/** A room and where its log stands. */
export type RoomRow = {
  id: string;
  circle_id: string;
  meeting_id: string | null;
  version: number;
  departures: number;
};

export async function findRoom(db: Kysely<DB>, id: string): Promise<RoomRow | undefined> {
  return db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A room as somebody asks for it; `session`: the sign-in that the asking rests on, where it was not looked at just now. */
export type RoomAsked = { person: string; room: string; session?: string };

type Lists = { people: string; rooms: string; sessions: string };

const roomsFor = preparedQuery(
  'rooms-for',
  (_db, { people, rooms, sessions }: Lists) => sql<RoomRow & { place: number }>`
    select room.id, room.circle_id, room.meeting_id, room.version, room.departures, a.place::int
    from unnest(${people}::uuid[], ${rooms}::uuid[], ${sessions}::text[])
      with ordinality as a (person_id, room_id, session_id, place)
    join room on room.id = a.room_id
    join membership m on m.circle_id = room.circle_id and m.person_id = a.person_id and m.left_at is null
    where a.session_id is null or exists (select from session where session.id = a.session_id)`,
);

/**
 * Rooms for those who are current members of the room's circle and whose sign-in has not been ended, in the order asked;
 * undefined for everybody else.
 */
export async function findRoomsFor(
  db: Kysely<DB>,
  asked: readonly RoomAsked[],
): Promise<(RoomRow | undefined)[]> {
  const rows = await roomsFor(db, {
    people: plainArray(asked, (one) => one.person),
    rooms: plainArray(asked, (one) => one.room),
    sessions: plainArray(asked, (one) => one.session ?? null),
  });
  const found = new Map(rows.map(({ place, ...row }) => [place, row]));
  return asked.map((_, index) => found.get(index + 1));
}

const hold = prepared('hold-log', 'select version, departures from room where id = $1 for no key update');

/**
 * Holds a room's log until the transaction ends: whoever else wants to append waits, and then finds it moved on. Answers
 * where it stands. Whoever holds it first is whoever asked first.
 */
export async function holdLog(
  db: Kysely<DB>,
  room: string,
): Promise<Pick<RoomRow, 'version' | 'departures'>> {
  const { rows } = await db.executeQuery<Pick<RoomRow, 'version' | 'departures'>>(
    CompiledQuery.raw(hold, [room]),
  );
  const [log] = rows;
  if (!log) throw new RangeError(`There is no room ${room}.`);
  return log;
}

/** Where the logs of these rooms stand. */
export async function listVersions(
  db: Kysely<DB>,
  rooms: readonly string[],
): Promise<Pick<RoomRow, 'id' | 'version'>[]> {
  const { rows } = await sql<Pick<RoomRow, 'id' | 'version'>>`
    select id, version from room where id = any(${rooms}::uuid[])`.execute(db);
  return rows;
}

import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { prepared } from './prepared.ts';
import type { DB } from './schema.ts';

/** A room and where its log stands. */
export type RoomRow = {
  id: string;
  circle_id: string;
  meeting_id: string | null;
  version: number;
  departures: number;
};

/** What one room wants to append: the events after `expected`, and who asked for them. */
export type Append = {
  room: string;
  expected: number;
  /** How many have left the circle, as far as the appending process knows. */
  departures: number;
  events: LoggedMeetingEvent[];
  /** Everyone whose membership the append rests on. */
  actors: string[];
  /** By command id: a fingerprint of what was asked, so that the same id with other words is found out. */
  hashes: ReadonlyMap<string, string>;
};

export async function findRoom(db: Kysely<DB>, id: string): Promise<RoomRow | undefined> {
  return db.selectFrom('room').selectAll().where('id', '=', id).executeTakeFirst();
}

/** A room as somebody asks for it. */
export type RoomAsked = { person: string; room: string };

/** Rooms for those who are current members of the room's circle, in the order asked; undefined for everybody else. */
export async function findRoomsFor(
  db: Kysely<DB>,
  asked: readonly RoomAsked[],
): Promise<(RoomRow | undefined)[]> {
  const { rows } = await sql<RoomRow & { place: number }>`
    select room.id, room.circle_id, room.meeting_id, room.version, room.departures, a.place::int
    from unnest(${listOf(asked, (one) => one.person)}::uuid[], ${listOf(asked, (one) => one.room)}::uuid[])
      with ordinality as a (person_id, room_id, place)
    join room on room.id = a.room_id
    join membership m on m.circle_id = room.circle_id and m.person_id = a.person_id and m.left_at is null`.execute(
    db,
  );
  const found = new Map(rows.map(({ place, ...row }) => [place, row]));
  return asked.map((_, index) => found.get(index + 1));
}

/** Events after a version, oldest first. */
export async function readEvents(
  db: Kysely<DB>,
  room: string,
  after: number,
  limit: number,
): Promise<LoggedMeetingEvent[]> {
  const rows = await db
    .selectFrom('room_event')
    .select(['version', 'kind', 'actor_id', 'at', 'body', 'command_id'])
    .where('room_id', '=', room)
    .where('version', '>', after)
    .orderBy('version')
    .limit(limit)
    .execute();
  return rows.map(toEvent);
}

/** What a log holds beyond what somebody knows, and how many had left the circle when it was read. */
export type News = { events: LoggedMeetingEvent[]; departures: number };

/**
 * The events of several rooms after the version that is known of each, at most `limit` a room: one statement. Whoever left
 * the circle before one of these events was written is counted in `departures`. A room without news is not in the answer.
 */
export async function readNews(
  db: Kysely<DB>,
  rooms: readonly { id: string; after: number }[],
  limit: number,
): Promise<Map<string, News>> {
  const { rows } = await sql<EventRow & { room_id: string; departures: number }>`
    select e.room_id, e.version, e.kind, e.actor_id, e.at, e.body, e.command_id, r.departures
    from unnest(${rooms.map(({ id }) => id)}::uuid[], ${rooms.map(({ after }) => after)}::bigint[])
      as w (room_id, after)
    join room r on r.id = w.room_id
    cross join lateral (
      select * from room_event x
      where x.room_id = w.room_id and x.version > w.after
      order by x.version limit ${limit}
    ) e
    order by e.room_id, e.version`.execute(db);
  const news = new Map<string, News>();
  for (const row of rows) {
    const known = news.get(row.room_id) ?? { events: [], departures: row.departures };
    known.events.push(toEvent(row));
    news.set(row.room_id, known);
  }
  return news;
}

/** Holds a room's log until the transaction ends: whoever else wants to append waits, and then finds it moved on. */
export async function holdLog(db: Kysely<DB>, room: string): Promise<void> {
  await sql`select from room where id = ${room} for no key update`.execute(db);
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

/** The first event of a command that is in the log already. */
export async function findCommand(db: Kysely<DB>, room: string, command: string) {
  return db
    .selectFrom('room_event')
    .select(['version', 'actor_id', 'command_hash'])
    .where('room_id', '=', room)
    .where('command_id', '=', command)
    .executeTakeFirst();
}

/** Put together once and not for each commit. */
const append = prepared(
  'append',
  `with wanted as (
    select * from unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[]) as w (room_id, expected, added, departures)
  ), asked as (
    select * from unnest($5::uuid[], $6::uuid[]) as a (room_id, actor_id)
  ), moved as (
    update room r set version = w.expected + w.added
    from wanted w
    where r.id = w.room_id and r.version = w.expected and r.departures = w.departures and not exists (
      select from asked a where a.room_id = r.id and not exists (
        select from membership m
        where m.circle_id = r.circle_id and m.person_id = a.actor_id and m.left_at is null
      )
    )
    returning r.id
  ), written as (
    insert into room_event (room_id, version, kind, actor_id, at, body, command_id, command_hash)
    select e.room_id, e.version, e.kind, e.actor_id, timestamptz 'epoch' + e.at * interval '1 millisecond',
      e.body, e.command_id, e.command_hash
    from rows from (
      unnest($7::uuid[]), unnest($8::bigint[]), unnest($9::text[]), unnest($10::uuid[]), unnest($11::bigint[]),
      jsonb_array_elements($12::jsonb), unnest($13::uuid[]), unnest($14::text[])
    ) as e (room_id, version, kind, actor_id, at, body, command_id, command_hash)
    join moved on moved.id = e.room_id
  )
  select id from moved`,
);

/**
 * Appends to several rooms in one statement and answers which of them took it. A room does not take it when its log
 * has moved on (somebody else appended), when somebody has left the circle unnoticed, or when one of the actors is no
 * longer a member of it; then nothing of that room is written. Throws on a command id that is in the log already (unique index).
 */
export async function appendToLogs(db: Kysely<DB>, appends: readonly Append[]): Promise<Set<string>> {
  const events = appends.flatMap(({ room, events, hashes }) =>
    events.map((event) => toRow(room, event, hashes)),
  );
  const actors = appends.flatMap(({ room, actors }) => actors.map((actor) => ({ room, actor })));
  const values = [
    listOf(appends, (one) => one.room),
    listOf(appends, (one) => one.expected),
    listOf(appends, (one) => one.events.length),
    listOf(appends, (one) => one.departures),
    listOf(actors, (one) => one.room),
    listOf(actors, (one) => one.actor),
    listOf(events, (row) => row.room),
    listOf(events, (row) => row.version),
    listOf(events, (row) => row.kind),
    listOf(events, (row) => row.actor),
    listOf(events, (row) => row.at),
    `[${events.map((row) => row.body).join()}]`,
    listOf(events, (row) => row.command),
    listOf(events, (row) => row.hash),
  ];
  const { rows } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(append, values));
  return new Set(rows.map((row) => row.id));
}

/**
 * A PostgreSQL array of values that need no quotes: ids, numbers, names of events, fingerprints. The driver would look
 * through every character of every one of them.
 */
function listOf<Item>(items: readonly Item[], of: (item: Item) => string | number | null): string {
  return `{${items.map((item) => of(item) ?? 'null').join()}}`;
}

/** Takes the words out of a retracted message, in every event that carries them. */
export async function blankMessage(db: Kysely<DB>, room: string, message: string): Promise<void> {
  await sql`
    update room_event set body = (body || '{"text": null}') - 'sealed'
    where room_id = ${room} and kind in ('message.posted', 'message.edited') and body ->> 'message' = ${message}
  `.execute(db);
  await sql`
    update room_event set body = jsonb_set(body, '{lines}', (body -> 'lines') - ${message}::text)
    where room_id = ${room} and kind = 'message.revealed' and body -> 'lines' ? ${message}
  `.execute(db);
}

type EventRow = {
  version: number;
  kind: string;
  actor_id: string | null;
  at: Date;
  body: unknown;
  command_id: string | null;
};

function toEvent(row: EventRow): LoggedMeetingEvent {
  return {
    ...(row.body as object),
    kind: row.kind,
    version: row.version,
    at: row.at.getTime(),
    actor: row.actor_id,
    command: row.command_id,
  } as LoggedMeetingEvent;
}

function toRow(room: string, event: LoggedMeetingEvent, hashes: ReadonlyMap<string, string>) {
  const { version, kind, actor, at, command, ...body } = event;
  const hash = command ? (hashes.get(command) ?? null) : null;
  return {
    room,
    version,
    kind,
    actor,
    at,
    body: JSON.stringify(body),
    command,
    hash,
  };
}

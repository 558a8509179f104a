import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { plainArray } from './plain-array.ts';
import { prepared } from './prepared.ts';
import type { DB } from './schema.ts';

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

const news = prepared(
  'news',
  `select e.room_id, e.version, e.kind, e.actor_id, e.at, e.body, e.command_id, r.departures
    from unnest($1::uuid[], $2::bigint[]) as w (room_id, after)
    join room r on r.id = w.room_id
    cross join lateral (
      select x.room_id, x.version, x.kind, x.actor_id, x.at, x.body, x.command_id from room_event x
      where x.room_id = w.room_id and x.version > w.after
      order by x.version limit $3
    ) e
    order by e.room_id, e.version`,
);

/**
 * The events of several rooms after the version that is known of each, at most `limit` a room: one statement. Whoever left
 * the circle before one of these events was written is counted in `departures`. A room without news is not in the answer.
 */
export async function readNews(
  db: Kysely<DB>,
  rooms: readonly { id: string; after: number }[],
  limit: number,
): Promise<Map<string, News>> {
  const { rows: found } = await db.executeQuery<EventRow & { room_id: string; departures: number }>(
    CompiledQuery.raw(news, [
      plainArray(rooms, ({ id }) => id),
      plainArray(rooms, ({ after }) => after),
      limit,
    ]),
  );
  const byRoom = new Map<string, News>();
  for (const row of found) {
    const known = byRoom.get(row.room_id) ?? { events: [], departures: row.departures };
    known.events.push(toEvent(row));
    byRoom.set(row.room_id, known);
  }
  return byRoom;
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

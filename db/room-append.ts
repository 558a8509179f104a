import { CompiledQuery, type Kysely } from 'kysely';
import type { LoggedMeetingEvent } from '#app/domain/meeting/events.ts';
import { plainArray } from './plain-array.ts';
import { prepared } from './prepared.ts';
import type { DB } from './schema.ts';
import { askStraight, hasStraightWay } from './straight.ts';

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

const name = 'append';
/** Put together once and not for each commit. */
const text = prepared(
  name,
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
    plainArray(appends, (one) => one.room),
    plainArray(appends, (one) => one.expected),
    plainArray(appends, (one) => one.events.length),
    plainArray(appends, (one) => one.departures),
    plainArray(actors, (one) => one.room),
    plainArray(actors, (one) => one.actor),
    plainArray(events, (row) => row.room),
    plainArray(events, (row) => row.version),
    plainArray(events, (row) => row.kind),
    plainArray(events, (row) => row.actor),
    plainArray(events, (row) => row.at),
    `[${events.map((row) => row.body).join()}]`,
    plainArray(events, (row) => row.command),
    plainArray(events, (row) => row.hash),
  ];
  if (hasStraightWay(db)) return new Set(await askStraight(db, { name, text }, values));
  const { rows } = await db.executeQuery<{ id: string }>(CompiledQuery.raw(text, values));
  return new Set(rows.map((row) => row.id));
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

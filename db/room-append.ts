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
  /** How many had left the circle when its members were read: it rests on nobody having left since. */
  departures: number;
  events: LoggedMeetingEvent[];
  /** By id: a fingerprint of what was asked, so that the same id with other words is found out. */
  commands: ReadonlyMap<string, { hash: string }>;
};

const name = 'append';
/** Put together once and not for each commit. */
const text = prepared(
  name,
  `with moved as (
    update room r set version = w.expected + w.added
    from unnest($1::uuid[], $2::bigint[], $3::int[], $4::int[]) as w (room_id, expected, added, departures)
    where r.id = w.room_id and r.version = w.expected and r.departures = w.departures
    returning r.id
  ), written as (
    insert into room_event (room_id, version, kind, actor_id, at, body, command_id, command_hash)
    select e.room_id, e.version, e.kind, e.actor_id, timestamptz 'epoch' + e.at * interval '1 millisecond',
      e.body, e.command_id, e.command_hash
    from rows from (
      unnest($5::uuid[]), unnest($6::bigint[]), unnest($7::text[]), unnest($8::uuid[]), unnest($9::bigint[]),
      jsonb_array_elements($10::jsonb), unnest($11::uuid[]), unnest($12::text[])
    ) as e (room_id, version, kind, actor_id, at, body, command_id, command_hash)
    join moved on moved.id = e.room_id
  )
  select id from moved`,
);

/**
 * Appends to several rooms in one statement and answers which of them took it. A room does not take it when its log
 * has moved on (somebody else appended) or when somebody has left the circle unnoticed; then nothing of that room is
 * written. Throws on a command id that is in the log already (unique index).
 */
export async function appendToLogs(db: Kysely<DB>, appends: readonly Append[]): Promise<Set<string>> {
  const events = appends.flatMap(({ room, events, commands }) =>
    events.map((event) => toRow(room, event, commands)),
  );
  const values = [
    plainArray(appends, (one) => one.room),
    plainArray(appends, (one) => one.expected),
    plainArray(appends, (one) => one.events.length),
    plainArray(appends, (one) => one.departures),
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

function toRow(room: string, event: LoggedMeetingEvent, commands: Append['commands']) {
  const { version, kind, actor, at, command, ...body } = event;
  const hash = command ? (commands.get(command)?.hash ?? null) : null;
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

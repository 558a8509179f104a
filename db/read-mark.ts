import { type Kysely, type RawBuilder, sql } from 'kysely';
import { MOST_UNREAD, type ReadMark } from '#app/domain/talk/read-mark.ts';
import { preparedQuery } from './prepared.ts';
import type { DB } from './schema.ts';

/**
 * Moves a member's mark forward, never back and never beyond the log. Answers whether it moved; it does not for somebody
 * who is no member of the room's circle.
 */
export async function moveReadMark(
  db: Kysely<DB>,
  { person, room, version, at }: { person: string; room: string; version: number; at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into read_mark (person_id, room_id, version, at)
    select m.person_id, r.id, least(r.version, ${version}::bigint), ${at}::timestamptz
    from room r join membership m on m.circle_id = r.circle_id
    where r.id = ${room} and m.person_id = ${person} and m.left_at is null
    on conflict (person_id, room_id) do update set version = excluded.version, at = excluded.at
      where read_mark.version < excluded.version
    returning 1`.execute(db);
  return rows.length > 0;
}

const readMark = preparedQuery('read-mark', (db, { person, room }: { person: string; room: string }) =>
  db
    .selectFrom('room')
    .innerJoin('membership', 'membership.circle_id', 'room.circle_id')
    .leftJoin('read_mark', (join) =>
      join
        .onRef('read_mark.room_id', '=', 'room.id')
        .onRef('read_mark.person_id', '=', 'membership.person_id'),
    )
    .select(['read_mark.version', 'read_mark.at', 'membership.joined_at'])
    .where('room.id', '=', room)
    .where('membership.person_id', '=', person)
    .where('membership.left_at', 'is', null),
);

/** Up to where a current member has read a room; null for everybody else. */
export async function findReadMark(db: Kysely<DB>, person: string, room: string): Promise<ReadMark | null> {
  const [row] = await readMark(db, { person, room });
  if (!row) return null;
  return { version: row.version ?? 0, at: row.at?.getTime() ?? null, joinedAt: row.joined_at.getTime() };
}

/** A circle of somebody's, with how much is new to them in its room (K10). */
export type CircleWithUnread = { id: string; name: string; unread: number };

const circlesOf = preparedQuery('circles-with-unread', (_db, { person }: { person: string }) =>
  circlesWithUnread(person),
);

/** The circles of a person as a part of other queries, by name. */
export function circlesWithUnread(person: string | RawBuilder<unknown>) {
  return sql<CircleWithUnread>`
    select circle.id, circle.name, news.unread
    from membership m
    join circle on circle.id = m.circle_id
    left join read_mark mark on mark.person_id = m.person_id and mark.room_id = m.circle_id
    cross join lateral (
      select count(*)::int as unread from (
        select from room_event e
        where e.room_id = m.circle_id and e.version > coalesce(mark.version, 0) and e.at >= m.joined_at
          and e.kind = 'message.posted' and e.body ->> 'text' is not null
          and e.actor_id is distinct from m.person_id
        limit ${MOST_UNREAD}
      ) as fresh
    ) as news
    where m.person_id = ${person} and m.left_at is null
    order by circle.name, circle.id`;
}

/** The circles a person belongs to now, by name, with how much is new to them in each circle's room (K10). */
export async function listCirclesWithUnread(db: Kysely<DB>, person: string): Promise<CircleWithUnread[]> {
  return circlesOf(db, { person });
}

import { type Kysely, sql } from 'kysely';
import { type Message, wholeTalk } from '#app/domain/talk/talk.ts';
import type { DB } from './schema.ts';

/** Whose threads: a room's. `before` is a version: threads whose newest line is older. */
type Page = { room: string; before: number; limit: number };

/** The threads whose newest line was said before a version, the liveliest first. Lines that were taken back do not count. */
export async function listThreadIds(db: Kysely<DB>, { room, before, limit }: Page): Promise<string[]> {
  const { rows } = await sql<{ thread: string }>`
    select coalesce(body ->> 'thread', body ->> 'message') as thread
    from room_event
    where room_id = ${room} and kind = 'message.posted'
    group by 1
    having max(version) < ${before} and bool_or(body ->> 'text' is not null)
    order by max(version) desc limit ${limit}`.execute(db);
  return rows.map(({ thread }) => thread);
}

/** The thread of a line, or null when there is no such line. */
export async function findThreadOf(db: Kysely<DB>, room: string, line: string): Promise<string | null> {
  const { rows } = await sql<{ thread: string }>`
    select coalesce(body ->> 'thread', body ->> 'message') as thread
    from room_event
    where room_id = ${room} and kind = 'message.posted' and body ->> 'message' = ${line}
    limit 1`.execute(db);
  return rows[0]?.thread ?? null;
}

/**
 * The lines of these threads as they are now, oldest first: of each the beginning, `limit` lines around `around` (the
 * newest when null), and how many lines are left out.
 */
export async function readThreads(
  db: Kysely<DB>,
  {
    room,
    threads,
    limit,
    around = null,
  }: { room: string; threads: string[]; limit: number; around?: string | null },
): Promise<{ lines: Message[]; left: Record<string, number> }> {
  const { rows } = await sql<Row>`
    with said as (
      select version, kind, actor_id, at, body, coalesce(body ->> 'thread', body ->> 'message') as thread
      from room_event
      where room_id = ${room} and kind = 'message.posted'
        and coalesce(body ->> 'thread', body ->> 'message') = any(${threads})
    ), placed as (
      select *, count(*) over (partition by thread) as total,
        row_number() over (partition by thread order by version desc) as place
      from said
    ), middle as (
      select thread, place from placed where body ->> 'message' = ${around}
    ), taken as (
      select placed.* from placed left join middle using (thread)
      where body ->> 'message' = placed.thread
        or placed.place between coalesce(greatest(middle.place - ${limit / 2}, 1), 1)
          and coalesce(greatest(middle.place - ${limit / 2}, 1), 1) + ${limit} - 1
    ), changed as (
      select e.version, e.kind, e.actor_id, e.at, e.body, null::text as thread, 0::bigint as total
      from room_event e
      where e.room_id = ${room} and e.kind in ('message.edited', 'message.retracted')
        and e.body ->> 'message' in (select body ->> 'message' from taken)
    )
    select version, kind, actor_id, at, body, thread, total from taken
    union all select * from changed
    order by version`.execute(db);
  const lines = wholeTalk(
    rows.map((row) => ({
      ...(row.body as object),
      ...{ kind: row.kind, version: row.version, at: row.at.getTime(), actor: row.actor_id },
    })),
  );
  const left: Record<string, number> = {};
  for (const { thread, total } of rows)
    if (thread) left[thread] ??= total - rows.filter((row) => row.thread === thread).length;
  return { lines: [...lines], left };
}

type Row = {
  version: number;
  kind: string;
  actor_id: string | null;
  at: Date;
  body: unknown;
  thread: string | null;
  total: number;
};

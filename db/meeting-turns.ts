import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Meetings that are neither closed nor skipped although they should have ended before `instant`. */
export async function listMeetingsThatEndedBefore(db: Kysely<DB>, instant: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('meeting')
    .select(['id', 'starts_at', 'length_minutes'])
    .where('status', 'in', ['planned', 'live'])
    .where('starts_at', '<', instant)
    .orderBy('starts_at')
    .execute();
  const ended = rows.filter(
    (row) => row.starts_at.getTime() + row.length_minutes * 60_000 <= instant.getTime(),
  );
  return ended.map((row) => row.id);
}

/** The circle's next planned meeting that starts after another one of it, or null. */
export async function findMeetingAfter(db: Kysely<DB>, meeting: string): Promise<string | null> {
  const row = await db
    .selectFrom('meeting as this')
    .innerJoin('meeting as next', 'next.circle_id', 'this.circle_id')
    .select('next.id')
    .where('this.id', '=', meeting)
    .where('next.status', '=', 'planned')
    .whereRef('next.starts_at', '>', 'this.starts_at')
    .orderBy('next.starts_at')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

/**
 * The circle's next planned meeting, those planned after it, and those before it whose agendas may wait for it, in order:
 * the last one that was closed and all that were skipped since. Null when nothing is planned, or one is on: then what waits waits for its end.
 */
export async function findWaiting(
  db: Kysely<DB>,
  circle: string,
): Promise<{ next: string; after: string[]; waiting: string[] } | null> {
  const meetings = await db
    .selectFrom('meeting')
    .select(['id', 'status'])
    .where('circle_id', '=', circle)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  const place = meetings.findIndex(({ status }) => status === 'planned');
  const next = meetings[place];
  if (!next) return null;
  const before = meetings.slice(0, place);
  const closed = before.findLastIndex(({ status }) => status === 'closed');
  const since = before.slice(Math.max(closed, 0));
  if (since.some(({ status }) => status === 'live')) return null;
  const after = meetings.slice(place + 1).filter(({ status }) => status === 'planned');
  return { next: next.id, after: after.map(({ id }) => id), waiting: since.map(({ id }) => id) };
}

/**
 * A circle's other meetings to which something may have been carried while this one was skipped, in order: those that lie
 * ahead or are on, and those that were closed meanwhile. None when it never was skipped.
 */
export async function listMeetingsSinceSkipped(db: Kysely<DB>, meeting: string): Promise<string[]> {
  const rows = await db
    .with('skipped', (sources) =>
      sources
        .selectFrom('room_event')
        .select((event) => event.fn.max('at').as('at'))
        .where('room_id', '=', meeting)
        .where('kind', '=', 'meeting.skipped'),
    )
    .selectFrom('meeting as this')
    .innerJoin('meeting as other', 'other.circle_id', 'this.circle_id')
    .innerJoin('skipped', (join) => join.on('skipped.at', 'is not', null))
    .select('other.id')
    .where('this.id', '=', meeting)
    .whereRef('other.id', '<>', 'this.id')
    .where((row) =>
      row.or([
        row('other.status', 'in', ['planned', 'live']),
        row('other.closed_at', '>=', row.ref('skipped.at')),
      ]),
    )
    .orderBy('other.starts_at')
    .orderBy('other.id')
    .execute();
  return rows.map(({ id }) => id);
}

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

/** The circle's last meeting that was closed or skipped, or null. */
export async function findLastMeetingOver(db: Kysely<DB>, circle: string): Promise<string | null> {
  const row = await db
    .selectFrom('meeting')
    .select('id')
    .where('circle_id', '=', circle)
    .where('status', 'in', ['closed', 'skipped'])
    .orderBy('starts_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

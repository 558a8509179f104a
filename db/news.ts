import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Since when a person has not caught up; null for nobody. */
export async function findCaughtUpAt(db: Kysely<DB>, personId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('person')
    .select('caught_up_at')
    .where('id', '=', personId)
    .executeTakeFirst();
  return row?.caught_up_at ?? null;
}

/** Remembers that a person has seen everything up to this instant; earlier ones never count back. */
export async function setCaughtUpAt(db: Kysely<DB>, personId: string, at: Date): Promise<void> {
  await db
    .updateTable('person')
    .set({ caught_up_at: at })
    .where('id', '=', personId)
    .where('caught_up_at', '<', at)
    .execute();
}

/** Meetings of these circles that were closed after an instant, the newest first. */
export async function listMinutesSince(db: Kysely<DB>, circles: readonly string[], since: Date) {
  return db
    .selectFrom('meeting')
    .select(['id', 'circle_id', 'starts_at'])
    .where('circle_id', 'in', circles)
    .where('closed_at', '>', since)
    .orderBy('closed_at', 'desc')
    .limit(10)
    .execute();
}

/** Who else has joined these circles after an instant and is still there, the newest first. */
export async function listNewcomersSince(
  db: Kysely<DB>,
  circles: readonly string[],
  since: Date,
  reader: string,
) {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.circle_id', 'person.id', 'person.name'])
    .where('membership.circle_id', 'in', circles)
    .where('membership.joined_at', '>', since)
    .where('membership.left_at', 'is', null)
    .where('person.id', '!=', reader)
    .orderBy('membership.joined_at', 'desc')
    .limit(10)
    .execute();
}

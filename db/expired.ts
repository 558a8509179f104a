import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

const day = 24 * 3_600_000;
/** As long as the account page tells who made a link; none can be used for more than a day. */
const linkDays = 30;
/** How long a place is kept for somebody who asked for an account by mail and never chose a password. */
const placeDays = 7;

/**
 * Deletes the sign-ins and rate limit counters that ran out before `now`, links to recover access that are older than
 * anybody is told about, and places that nobody has taken.
 */
export async function deleteExpired(db: Kysely<DB>, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((row) => row.or([row('expires_at', '<', now), row('ends_at', '<', now)]))
    .execute();
  await db.deleteFrom('one_time_link').where('created_at', '<', before(now, linkDays)).execute();
  await db.deleteFrom('rate_limit').where('expire', '<', now.getTime()).execute();
  await deleteUntakenPlaces(db, now);
}

/** Closed accounts have no password either; they stay, as the authors of what they said. */
async function deleteUntakenPlaces(db: Kysely<DB>, now: Date): Promise<void> {
  await db
    .deleteFrom('person')
    .where('password_hash', 'is', null)
    .where('closed_at', 'is', null)
    .where('created_at', '<', before(now, placeDays))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('membership').whereRef('person_id', '=', 'person.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('one_time_link').whereRef('person_id', '=', 'person.id').where('expires_at', '>', now),
        ),
      ),
    )
    .execute();
}

function before(now: Date, days: number): Date {
  return new Date(now.getTime() - days * day);
}

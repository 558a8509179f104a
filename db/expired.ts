import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Deletes the sign-ins, one-time links and rate limit counters that ran out before `now`. */
export async function deleteExpired(db: Kysely<DB>, now: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((row) => row.or([row('expires_at', '<', now), row('ends_at', '<', now)]))
    .execute();
  await db.deleteFrom('one_time_link').where('expires_at', '<', now).execute();
  await db.deleteFrom('rate_limit').where('expire', '<', now.getTime()).execute();
}

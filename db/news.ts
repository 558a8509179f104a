import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Remembers that a person has seen everything up to this instant; earlier ones never count back. */
export async function setCaughtUpAt(db: Kysely<DB>, personId: string, at: Date): Promise<void> {
  await db
    .updateTable('person')
    .set({ caught_up_at: at })
    .where('id', '=', personId)
    .where('caught_up_at', '<', at)
    .execute();
}

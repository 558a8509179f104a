import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

/** Whether somebody has made the first account of this installation. */
export async function isSetUp(db: Kysely<DB>): Promise<boolean> {
  const row = await db.selectFrom('installation').select('set_up_at').executeTakeFirst();
  return row !== undefined;
}

/** Marks the installation as set up. Of all who try, one gets true; the others wait for that one's commit. */
export async function claimInstallation(db: Kysely<DB>, at: Date): Promise<boolean> {
  const result = await db
    .insertInto('installation')
    .values({ set_up_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

import type { Kysely } from 'kysely';
import type { DB } from './schema.ts';

type NewLink = {
  id: string;
  token_hash: string;
  person_id: string;
  /** `rescue`: made by whoever runs the server. */
  purpose: 'recover' | 'rescue';
  /** The organizer who made it; null when it was mailed, or made by whoever runs the server. */
  made_by: string | null;
  created_at: Date;
  expires_at: Date;
};

/**
 * Stores a link for recovering access. The same id once more, by the same maker for the same person while the link is
 * open, replaces its token; with anything else it answers false.
 */
export async function upsertRecoveryLink(db: Kysely<DB>, link: NewLink): Promise<boolean> {
  const result = await db
    .insertInto('one_time_link')
    .values(link)
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ token_hash: link.token_hash })
        .where('one_time_link.person_id', '=', link.person_id)
        .where('one_time_link.made_by', '=', link.made_by)
        .where('one_time_link.used_at', 'is', null)
        .where('one_time_link.expires_at', '>', link.created_at),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Whose link this is, and who made it for them, while it can still be used. */
export async function findOpenLink(db: Kysely<DB>, tokenHash: string, now: Date) {
  return db
    .selectFrom('one_time_link')
    .innerJoin('person', 'person.id', 'one_time_link.person_id')
    .select(['person.id', 'person.name', 'person.email', 'person.password_hash', 'one_time_link.made_by'])
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('person.closed_at', 'is', null)
    .executeTakeFirst();
}

/** Spends a link. Of all who try at once exactly one gets the person's id; the others get null. */
export async function spendLink(db: Kysely<DB>, tokenHash: string, now: Date): Promise<string | null> {
  const row = await db
    .updateTable('one_time_link')
    .set({ used_at: now })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id')
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Ends every link of a person that is still open. */
export async function expireLinks(db: Kysely<DB>, personId: string, now: Date): Promise<void> {
  await db
    .updateTable('one_time_link')
    .set({ expires_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
}

/** The links made for a person since a moment, newest first, with the name of the organizer who made each. */
export async function listLinksFor(db: Kysely<DB>, personId: string, since: Date) {
  return db
    .selectFrom('one_time_link')
    .leftJoin('person as maker', 'maker.id', 'one_time_link.made_by')
    .select([
      'one_time_link.id',
      'one_time_link.created_at',
      'one_time_link.expires_at',
      'used_at',
      'purpose',
    ])
    .select('maker.name as maker_name')
    .where('one_time_link.person_id', '=', personId)
    .where('one_time_link.created_at', '>=', since)
    .orderBy('one_time_link.created_at', 'desc')
    .orderBy('one_time_link.id')
    .execute();
}

export async function deleteLinks(db: Kysely<DB>, personId: string): Promise<void> {
  await db.deleteFrom('one_time_link').where('person_id', '=', personId).execute();
}

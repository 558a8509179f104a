import { type Kysely, type Selectable, sql } from 'kysely';
import type { DB, Offer } from './schema.ts';

export type OfferRow = Omit<Selectable<Offer>, 'position'>;

/** The offers of some people, each person's in the order they were made. */
export async function listOffers(db: Kysely<DB>, personIds: string[]): Promise<Selectable<Offer>[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('offer')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Adds an offer after the person's others. Answers false when this id stands already: the form was sent twice. */
export async function insertOffer(db: Kysely<DB>, offer: OfferRow): Promise<boolean> {
  const next = sql<number>`(select coalesce(max(position), 0) + 1 from offer where person_id = ${offer.person_id})`;
  const result = await db
    .insertInto('offer')
    .values({ ...offer, position: next })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Changes an offer of this person; another person's stays. Answers whether there was one. */
export async function updateOffer(db: Kysely<DB>, offer: OfferRow): Promise<boolean> {
  const result = await db
    .updateTable('offer')
    .set({ topic: offer.topic, level: offer.level })
    .where('id', '=', offer.id)
    .where('person_id', '=', offer.person_id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes away one offer of this person, or all of them. */
export async function deleteOffers(db: Kysely<DB>, personId: string, offerId?: string): Promise<void> {
  let query = db.deleteFrom('offer').where('person_id', '=', personId);
  if (offerId) query = query.where('id', '=', offerId);
  await query.execute();
}

/** Topics to suggest to this person: their own and those of the people in their circles, by name; at most 50. */
export async function listTopics(db: Kysely<DB>, personId: string): Promise<string[]> {
  const { rows } = await sql<{ topic: string }>`
    with near as (
      select ${personId}::uuid as id
      union
      select theirs.person_id from membership mine
      join membership theirs on theirs.circle_id = mine.circle_id and theirs.left_at is null
      where mine.person_id = ${personId} and mine.left_at is null
    )
    select min(topic) as topic from (
      select topic from offer join near on near.id = offer.person_id
      union all
      select topic from ask join near on near.id = ask.person_id
    ) as said
    group by lower(topic) order by lower(min(topic)) limit 50`.execute(db);
  return rows.map((row) => row.topic);
}

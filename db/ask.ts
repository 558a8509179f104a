import { type Kysely, type Selectable, sql } from 'kysely';
import type { Ask, DB } from './schema.ts';

export type AskRow = Omit<Selectable<Ask>, 'position'>;

/** The asks of some people, each person's in the order they were made. */
export async function listAsks(db: Kysely<DB>, personIds: string[]): Promise<Selectable<Ask>[]> {
  if (personIds.length === 0) return [];
  return db
    .selectFrom('ask')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** Adds an ask after the person's others. Answers false when this id stands already: the form was sent twice. */
export async function insertAsk(db: Kysely<DB>, ask: AskRow): Promise<boolean> {
  const next = sql<number>`(select coalesce(max(position), 0) + 1 from ask where person_id = ${ask.person_id})`;
  const result = await db
    .insertInto('ask')
    .values({ ...ask, position: next })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Changes an ask of this person; another person's stays. Answers whether there was one. */
export async function updateAsk(db: Kysely<DB>, ask: AskRow): Promise<boolean> {
  const result = await db
    .updateTable('ask')
    .set({ topic: ask.topic, priority: ask.priority, least_level: ask.least_level })
    .where('id', '=', ask.id)
    .where('person_id', '=', ask.person_id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Takes away one ask of this person, or all of them. */
export async function deleteAsks(db: Kysely<DB>, personId: string, askId?: string): Promise<void> {
  let query = db.deleteFrom('ask').where('person_id', '=', personId);
  if (askId) query = query.where('id', '=', askId);
  await query.execute();
}

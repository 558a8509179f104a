import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/** Makes somebody an organizer of the installation; one who is already stays one. */
export async function insertOrganizer(db: Kysely<DB>, personId: string, since: Date): Promise<void> {
  await db
    .insertInto('organizer')
    .values({ person_id: personId, since })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteOrganizer(db: Kysely<DB>, personId: string): Promise<void> {
  await db.deleteFrom('organizer').where('person_id', '=', personId).execute();
}

export async function isOrganizer(db: Kysely<DB>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('organizer')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether this person looks after any group at all. */
export async function isGroupOrganizer(db: Kysely<DB>, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('group_organizer')
    .select('person_id')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The organizers' ids, held until the transaction ends: two who step down at the same moment wait for each
 * other, so that one always remains.
 */
export async function holdOrganizers(db: Kysely<DB>): Promise<string[]> {
  const rows = await db
    .selectFrom('organizer')
    .select('person_id')
    .orderBy('person_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.person_id);
}

type EveryGroup = { id: string; name: string; circles: number; organizers: string; is_mine: boolean };

/** Every group of the installation by name: how many circles, who looks after it, whether the reader does. */
export async function listEveryGroup(db: Kysely<DB>, readerId: string): Promise<EveryGroup[]> {
  const { rows } = await sql<EveryGroup>`
    select id, name,
      (select count(*) from circle where circle.group_id = "group".id) as circles,
      coalesce((
        select string_agg(person.name, ', ' order by since, person.id)
        from group_organizer join person on person.id = person_id where group_id = "group".id
      ), '') as organizers,
      exists (select from group_organizer where group_id = "group".id and person_id = ${readerId}) as is_mine
    from "group" order by lower(name), id`.execute(db);
  return rows;
}

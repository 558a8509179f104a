import { type Kysely, sql } from 'kysely';

/** An action item's id is made by whoever adds it, so it is unique in its meeting's log and nowhere else. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table action_item
      drop constraint action_item_pkey,
      add primary key (meeting_id, id)`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/**
 * Words are made searchable in another way, so all of them are read again: rooms from their logs and notes as they are,
 * a few before each search and the others by a job.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A room without a row can be searched up to nothing. Emptied at once, however long the house has lived.
  await sql`truncate search_room, search_note, search_line`.execute(db);
}

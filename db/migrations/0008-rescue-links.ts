import { type Kysely, sql } from 'kysely';

/** Links made at the server's own command line are told apart from mailed ones: neither has an organizer who made it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table one_time_link
      drop constraint one_time_link_purpose_check,
      add constraint one_time_link_purpose_check check (purpose in ('recover', 'rescue'))`.execute(db);
}

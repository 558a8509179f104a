import { type Kysely, sql } from 'kysely';

/**
 * Why an announced facilitator is not the one first announced: who it was, and who is away at which meeting. When
 * that member can come after all, what their absence moved goes back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table rota_announcement
      add column instead_of uuid references person (id) on delete set null,
      add column instead_absent uuid references person (id) on delete set null,
      add column instead_meeting uuid references meeting (id) on delete set null`.execute(db);
}

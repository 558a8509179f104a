import { type Kysely, sql } from 'kysely';

/** When a person last said that they have seen what is new. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table person add column caught_up_at timestamptz not null default now()`.execute(db);
}

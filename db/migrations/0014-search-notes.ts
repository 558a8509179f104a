import { type Kysely, sql } from 'kysely';

/** Shared notes are searched too, as they stood at the update that is remembered here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table search_line drop constraint search_line_kind_check`.execute(db);
  await sql`
    alter table search_line add constraint search_line_kind_check
      check (kind in ('line', 'item', 'decision', 'action', 'note'))`.execute(db);
  await sql`
    create table search_note (
      meeting_id uuid primary key references note_document (meeting_id) on delete cascade,
      generation uuid not null,
      newest bigint not null
    )`.execute(db);
}

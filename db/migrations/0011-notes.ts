import { type Kysely, sql } from 'kysely';

/** The notes of meetings: what was written, piece by piece, and what those pieces were drawn together to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // The generation names one document for good: what belongs to another one must never be merged into it.
  await sql`
    create table note_document (
      meeting_id uuid primary key references meeting (id) on delete cascade,
      generation uuid not null,
      newest bigint not null default 0
    )`.execute(db);
  await sql`
    create table note_update (
      meeting_id uuid not null references note_document (meeting_id) on delete cascade,
      seq bigint not null,
      update bytea not null,
      author_id uuid references person (id) on delete set null,
      at timestamptz not null,
      primary key (meeting_id, seq)
    )`.execute(db);
  await sql`
    create table note_snapshot (
      meeting_id uuid primary key references note_document (meeting_id) on delete cascade,
      upto bigint not null,
      state bytea not null,
      at timestamptz not null
    )`.execute(db);
  // A meeting's notes are carried on once.
  await sql`
    create table note_carry (
      from_meeting uuid primary key references meeting (id) on delete cascade,
      to_meeting uuid not null references meeting (id) on delete cascade,
      by_person uuid references person (id) on delete set null,
      at timestamptz not null
    )`.execute(db);
}

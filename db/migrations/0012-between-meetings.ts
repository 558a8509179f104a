import { type Kysely, sql } from 'kysely';

/** Between meetings: up to where everybody has read each room, and the words that can be searched. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table read_mark (
      person_id uuid not null references person (id) on delete cascade,
      room_id uuid not null references room (id) on delete cascade,
      version bigint not null check (version >= 0),
      at timestamptz not null,
      primary key (person_id, room_id)
    )`.execute(db);
  // A projection of the logs, brought up to date before it is searched: never on the way of a message.
  await sql`
    create table search_room (
      room_id uuid primary key references room (id) on delete cascade,
      version bigint not null
    )`.execute(db);
  await sql`
    create table search_line (
      room_id uuid not null references room (id) on delete cascade,
      kind text not null check (kind in ('line', 'item', 'decision', 'action')),
      id uuid not null,
      circle_id uuid not null references circle (id) on delete cascade,
      meeting_id uuid references meeting (id) on delete cascade,
      version bigint not null,
      at timestamptz not null,
      person_id uuid references person (id) on delete set null,
      text text not null,
      plain text not null,
      words tsvector not null generated always as (to_tsvector('simple', plain)) stored,
      primary key (room_id, kind, id)
    )`.execute(db);
  await sql`create index search_line_circle on search_line (circle_id, at)`.execute(db);
  await sql`create index search_line_words on search_line using gin (words)`.execute(db);
}

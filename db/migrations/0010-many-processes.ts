import { type Kysely, sql } from 'kysely';

/** What several processes at one database have to know of each other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Counted up when somebody leaves the circle. An append names the number it knows, so no process can add to a log, and
  // tell its sockets, before it has noticed who is gone.
  await sql`alter table room add column departures integer not null default 0`.execute(db);

  // Who sits where is volatile: it never waits for the disk, and is gone after a crash of the database.
  await sql`
    create unlogged table process (
      id uuid primary key,
      seen_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create unlogged table seat (
      process_id uuid not null references process (id) on delete cascade,
      room_id uuid not null,
      person_id uuid not null,
      primary key (room_id, person_id, process_id)
    )`.execute(db);
  await sql`create index seat_process on seat (process_id)`.execute(db);

  // Socket.IO's PostgreSQL adapter puts here what does not fit into one notification; it clears it by itself.
  await sql`
    create table socket_io_attachments (
      id bigserial unique,
      created_at timestamptz not null default now(),
      payload bytea
    )`.execute(db);
}

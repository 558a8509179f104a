import { type Kysely, sql } from 'kysely';

/** The log of each room, and the few rows that other pages read from it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // A meeting's room has the meeting's id, a circle's always-open room has the circle's.
  await sql`
    create table room (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      meeting_id uuid references meeting (id) on delete cascade,
      version bigint not null default 0
    )`.execute(db);
  await sql`create index room_circle on room (circle_id)`.execute(db);
  // Only the first event of a command carries its id: that makes "the same id twice" one unique index.
  await sql`
    create table room_event (
      room_id uuid not null references room (id) on delete cascade,
      version bigint not null,
      kind text not null,
      actor_id uuid references person (id) on delete set null,
      at timestamptz not null,
      body jsonb not null,
      command_id uuid,
      command_hash text,
      primary key (room_id, version)
    )`.execute(db);
  await sql`create unique index room_event_command on room_event (room_id, command_id) where command_id is not null`.execute(
    db,
  );
  await sql`
    create table action_item (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      meeting_id uuid not null references meeting (id) on delete cascade,
      text text not null,
      owner_id uuid not null references person (id) on delete cascade,
      due_on date,
      added_at timestamptz not null,
      done_at timestamptz
    )`.execute(db);
  await sql`create index action_item_owner on action_item (owner_id) where done_at is null`.execute(db);
  await sql`create index action_item_circle on action_item (circle_id) where done_at is null`.execute(db);
  await sql`
    create table attendance (
      meeting_id uuid not null references meeting (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      arrived_at timestamptz not null,
      present_seconds integer not null default 0 check (present_seconds >= 0),
      primary key (meeting_id, person_id)
    )`.execute(db);
}

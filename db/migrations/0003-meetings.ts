import { type Kysely, sql } from 'kysely';

/** Seasons, their meetings, and the facts and announcements of the rota. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table season (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      number integer not null,
      time_zone text not null,
      local_time time not null,
      length_minutes smallint not null check (length_minutes between 15 and 240),
      every_weeks smallint not null check (every_weeks in (1, 2, 4)),
      created_at timestamptz not null default now(),
      unique (circle_id, number)
    )`.execute(db);
  await sql`
    create table meeting (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      season_id uuid not null references season (id) on delete cascade,
      local_date date not null,
      local_time time not null,
      time_zone text not null,
      starts_at timestamptz not null,
      length_minutes smallint not null check (length_minutes between 15 and 240),
      status text not null default 'planned' check (status in ('planned', 'live', 'closed', 'skipped')),
      led_by uuid references person (id) on delete set null,
      started_at timestamptz,
      closed_at timestamptz
    )`.execute(db);
  await sql`create index meeting_circle on meeting (circle_id, starts_at)`.execute(db);
  await sql`create index meeting_open on meeting (starts_at) where status in ('planned', 'live')`.execute(db);
  await sql`
    create table rota_absence (
      meeting_id uuid not null references meeting (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      declared_at timestamptz not null default now(),
      primary key (meeting_id, person_id)
    )`.execute(db);
  // What members have been told so far: a change of it is costly to the plan and is shown as a change.
  await sql`
    create table rota_announcement (
      meeting_id uuid not null references meeting (id) on delete cascade,
      role text not null check (role in ('facilitator')),
      person_id uuid not null references person (id) on delete cascade,
      announced_at timestamptz not null default now(),
      primary key (meeting_id, role)
    )`.execute(db);
}

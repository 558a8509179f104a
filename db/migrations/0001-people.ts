import { type Kysely, sql } from 'kysely';

/** People, how they sign in, and the one row that says the installation has been set up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person (
      id uuid primary key,
      email text unique check (email = lower(email)),
      password_hash text,
      name text not null,
      role text not null default '',
      industry text not null default '',
      time_zone text not null,
      formality text check (formality in ('formal', 'informal')),
      planning text check (planning in ('planned', 'open')),
      about text not null default '',
      created_at timestamptz not null default now(),
      closed_at timestamptz
    )`.execute(db);
  await sql`
    create table installation (
      only_row boolean primary key default true check (only_row),
      set_up_at timestamptz not null default now()
    )`.execute(db);
  // Who looks after the whole installation; the first account is one.
  await sql`
    create table organizer (
      person_id uuid primary key references person (id) on delete cascade,
      since timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table session (
      id text primary key,
      user_id uuid not null references person (id) on delete cascade,
      expires_at timestamptz not null,
      ends_at timestamptz not null default now() + interval '30 days',
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now(),
      device text not null default '',
      address text not null default ''
    )`.execute(db);
  await sql`create index session_person on session (user_id)`.execute(db);
  await sql`
    create table one_time_link (
      id uuid primary key,
      purpose text not null check (purpose in ('recover')),
      token_hash text not null unique,
      person_id uuid not null references person (id) on delete cascade,
      made_by uuid references person (id) on delete set null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    )`.execute(db);
  await sql`create index one_time_link_person on one_time_link (person_id)`.execute(db);
  await sql`
    create table offer (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      topic text not null,
      level smallint not null check (level between 1 and 4),
      position smallint not null,
      unique (person_id, topic)
    )`.execute(db);
  await sql`
    create table ask (
      id uuid primary key,
      person_id uuid not null references person (id) on delete cascade,
      topic text not null,
      priority smallint not null check (priority between 1 and 3),
      least_level smallint not null check (least_level between 1 and 4),
      position smallint not null,
      unique (person_id, topic)
    )`.execute(db);
  // The columns are those the rate limiter library expects.
  await sql`
    create unlogged table rate_limit (
      key varchar(255) primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
}

import { type Kysely, sql } from 'kysely';

/** Groups, circles, who belongs, and the links by which people join. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "group" (
      id uuid primary key,
      name text not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`
    create table group_organizer (
      group_id uuid not null references "group" (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      since timestamptz not null default now(),
      primary key (group_id, person_id)
    )`.execute(db);
  await sql`
    create table circle (
      id uuid primary key,
      group_id uuid references "group" (id) on delete set null,
      name text not null,
      purpose text not null default '',
      size_limit smallint not null check (size_limit between 4 and 10),
      time_zone text not null,
      invite_rule text not null default 'any-member' check (invite_rule in ('any-member', 'facilitator')),
      plan_rule text not null default 'any-member' check (plan_rule in ('any-member', 'facilitator')),
      remove_rule text not null default 'facilitator' check (remove_rule in ('any-member', 'facilitator')),
      rota_seed integer not null,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index circle_group on circle (group_id)`.execute(db);
  await sql`
    create table membership (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      seat integer not null,
      joined_at timestamptz not null default now(),
      left_at timestamptz,
      left_how text check (left_how in ('left', 'removed', 'closed-account')),
      unique (circle_id, seat)
    )`.execute(db);
  await sql`create unique index membership_current on membership (circle_id, person_id) where left_at is null`.execute(
    db,
  );
  await sql`create index membership_person on membership (person_id)`.execute(db);
  await sql`
    create table invitation (
      id uuid primary key,
      circle_id uuid not null references circle (id) on delete cascade,
      token_hash text not null unique,
      made_by uuid references person (id) on delete set null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      most_uses smallint not null check (most_uses between 1 and 20),
      uses smallint not null default 0,
      revoked_at timestamptz,
      check (uses <= most_uses)
    )`.execute(db);
  await sql`create index invitation_circle on invitation (circle_id)`.execute(db);
  await sql`
    create table invitation_use (
      invitation_id uuid not null references invitation (id) on delete cascade,
      person_id uuid not null references person (id) on delete cascade,
      used_at timestamptz not null default now(),
      primary key (invitation_id, person_id)
    )`.execute(db);
}

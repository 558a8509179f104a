import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/** Of these sign-ins, those that have ended: signed out, run out at `now`, or of an account that is closed. */
export async function listEndedSessions(
  db: Kysely<DB>,
  sessions: readonly string[],
  now: Date,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select known.id from unnest(${sessions}::text[]) as known (id)
    where not exists (
      select from session join person on person.id = session.user_id
      where session.id = known.id and session.expires_at > ${now} and session.ends_at > ${now}
        and person.closed_at is null
    )`.execute(db);
  return rows.map(({ id }) => id);
}

export type Belonging = { person: string; circle: string };

/** Of these memberships, those that have ended. */
export async function listEndedMemberships(
  db: Kysely<DB>,
  known: readonly Belonging[],
): Promise<Belonging[]> {
  const { rows } = await sql<Belonging>`
    select known.person, known.circle
    from unnest(
      ${known.map(({ person }) => person)}::uuid[], ${known.map(({ circle }) => circle)}::uuid[]
    ) as known (person, circle)
    where not exists (
      select from membership m
      where m.person_id = known.person and m.circle_id = known.circle and m.left_at is null
    )`.execute(db);
  return rows;
}

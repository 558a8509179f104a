import { type Kysely, sql } from 'kysely';
import { list } from './json-rows.ts';
import { plainArray } from './plain-array.ts';
import { preparedQuery } from './prepared.ts';
import { circlesWithUnread } from './read-mark.ts';
import type { DB } from './schema.ts';

/** A sign-in with whoever it belongs to, as every request needs them. */
export type SignInRow = Awaited<ReturnType<typeof findSignIns>>[number];

const signIns = preparedQuery('sign-ins', (db, { sessions }: { sessions: string }) =>
  signInsOf(db, sessions),
);

/** The same with the circles of whoever signed in: a page needs both, and two questions cost twice as much. */
const signInsWithCircles = preparedQuery('sign-ins-with-circles', (db, { sessions }: { sessions: string }) =>
  signInsOf(db, sessions).select(list(circlesWithUnread(sql.ref('person.id'))).as('circles')),
);

function signInsOf(db: Kysely<DB>, sessions: string) {
  return db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.user_id')
    .leftJoin('organizer', 'organizer.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'person.time_zone', 'person.closed_at'])
    .select(['organizer.since', 'session.id as session_id', 'session.expires_at'])
    .select(['session.ends_at', 'session.seen_at'])
    .where(sql<boolean>`session.id = any(${sessions}::text[])`);
}

/** Sign-ins with the people behind them, in the order asked; closed accounts are among them. */
export async function findSignIns(db: Kysely<DB>, sessionIds: readonly string[]) {
  const rows = await signIns(db, { sessions: plainArray(sessionIds, (id) => id) });
  return inOrder(rows, sessionIds);
}

/** The same, each with the person's circles by name and how much is new to them in each (K10). */
export async function findSignInsWithCircles(db: Kysely<DB>, sessionIds: readonly string[]) {
  const rows = await signInsWithCircles(db, { sessions: plainArray(sessionIds, (id) => id) });
  return inOrder(rows, sessionIds);
}

function inOrder<Row extends { session_id: string }>(rows: readonly Row[], sessionIds: readonly string[]) {
  const bySession = new Map(rows.map((row) => [row.session_id, row]));
  return sessionIds.map((id) => bySession.get(id));
}

type Seen = { sessionId: string; at: number; until: number; notSince: number };

/**
 * Notes when sign-ins were used (`at`, in ms) and that unused from here on they last `until` then, unless that was noted after
 * `notSince` already. Somebody who is noting the same at this moment is not waited for. Answers nothing for each.
 */
export async function touchSessions(db: Kysely<DB>, seen: readonly Seen[]): Promise<null[]> {
  const bySession = new Map(seen.map((one) => [one.sessionId, one]));
  const rows = [...bySession.values()];
  await sql`
    with stale as (
      select s.id, w.at, w.until from session s
      join unnest(
        ${rows.map(({ sessionId }) => sessionId)}::text[],
        ${rows.map(({ at }) => new Date(at))}::timestamptz[],
        ${rows.map(({ until }) => new Date(until))}::timestamptz[],
        ${rows.map(({ notSince }) => new Date(notSince))}::timestamptz[]
      ) as w (id, at, until, not_since) on w.id = s.id
      where s.seen_at < w.not_since
      for no key update of s skip locked
    )
    update session set seen_at = stale.at, expires_at = stale.until
    from stale where stale.id = session.id`.execute(db);
  return seen.map(() => null);
}

type SessionFacts = { created_at: Date; ends_at: Date; device: string; address: string };

/** What the person will read about a sign-in in the list of their own. */
export async function describeSession(db: Kysely<DB>, sessionId: string, facts: SessionFacts) {
  await db
    .updateTable('session')
    .set({ ...facts, seen_at: facts.created_at })
    .where('id', '=', sessionId)
    .execute();
}

/** A person's own sign-ins that have not ended, the one used last first. */
export async function listSessions(db: Kysely<DB>, personId: string, now: Date) {
  return db
    .selectFrom('session')
    .select(['id', 'device', 'address', 'created_at', 'seen_at'])
    .where('user_id', '=', personId)
    .where('expires_at', '>', now)
    .where('ends_at', '>', now)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .execute();
}

/** Whether this sign-in is one of this person's. */
export async function ownsSession(db: Kysely<DB>, personId: string, sessionId: string): Promise<boolean> {
  const found = await db
    .selectFrom('session')
    .select('id')
    .where('id', '=', sessionId)
    .where('user_id', '=', personId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Ends every sign-in of a person in the caller's transaction, all but one if one is named. */
export async function deleteSessions(db: Kysely<DB>, personId: string, except?: string) {
  let query = db.deleteFrom('session').where('user_id', '=', personId);
  if (except) query = query.where('id', '!=', except);
  const ended = await query.returning('id').execute();
  return ended.map((session) => session.id);
}

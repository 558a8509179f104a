import { type Kysely, sql } from 'kysely';
import type { DB } from './schema.ts';

/** The people behind sign-ins, as every request needs them, in the order asked; a closed account is nobody. */
export async function findAskersBySessions(db: Kysely<DB>, sessionIds: string[]) {
  const rows = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.user_id')
    .leftJoin('organizer', 'organizer.person_id', 'person.id')
    .select(['person.id', 'person.name', 'person.email', 'person.time_zone', 'organizer.since'])
    .select(['session.ends_at', 'session.seen_at', 'session.id as session_id'])
    .where(sql<boolean>`session.id = any(${sessionIds})`)
    .where('person.closed_at', 'is', null)
    .execute();
  const bySession = new Map(rows.map((row) => [row.session_id, row]));
  return sessionIds.map((id) => bySession.get(id));
}

/** Notes that a sign-in was used at `seenAt`, unless that was noted after `notSince` already. */
export async function touchSession(db: Kysely<DB>, sessionId: string, seenAt: Date, notSince: Date) {
  await db
    .updateTable('session')
    .set({ seen_at: seenAt })
    .where('id', '=', sessionId)
    .where('seen_at', '<', notSince)
    .execute();
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

import { type Kysely, type Selectable, sql } from 'kysely';
import { plainArray } from './plain-array.ts';
import { preparedQuery } from './prepared.ts';
import type { DB, Membership, Person } from './schema.ts';

/** How a membership can end. */
export type LeftHow = 'left' | 'removed' | 'closed-account';

type Profile = Pick<
  Selectable<Person>,
  'name' | 'role' | 'industry' | 'time_zone' | 'formality' | 'planning' | 'about'
>;
/** A current member: who they are and since when they sit where. */
export type Member = Profile & Pick<Selectable<Membership>, 'person_id' | 'seat' | 'joined_at'>;

/** The current members of a circle, in the order of their seats. */
export async function listMembers(db: Kysely<DB>, circleId: string): Promise<Member[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.person_id', 'membership.seat', 'membership.joined_at'])
    .select(['person.name', 'person.role', 'person.industry', 'person.time_zone'])
    .select(['person.formality', 'person.planning', 'person.about'])
    .where('membership.circle_id', '=', circleId)
    .where('membership.left_at', 'is', null)
    .orderBy('membership.seat')
    .execute();
}

const namesOfMembers = preparedQuery('names-of-members', (db, { circles }: { circles: string }) =>
  db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.circle_id', 'person.id', 'person.name'])
    .where(sql<boolean>`membership.circle_id = any(${circles}::uuid[])`)
    .where('membership.left_at', 'is', null)
    .orderBy('membership.seat'),
);

/** The names of the current members of several circles, in the order asked, each in the order of their seats. */
export async function listNamesOfMembers(
  db: Kysely<DB>,
  circleIds: readonly string[],
): Promise<{ id: string; name: string }[][]> {
  const circles = plainArray([...new Set(circleIds)], (id) => id);
  const rows = await namesOfMembers(db, { circles });
  const byCircle = new Map<string, { id: string; name: string }[]>();
  for (const { circle_id, id, name } of rows) {
    const members = byCircle.get(circle_id);
    if (members) members.push({ id, name });
    else byCircle.set(circle_id, [{ id, name }]);
  }
  return circleIds.map((circle) => byCircle.get(circle) ?? []);
}

/** The ids of a circle's current members, in the order of their seats. */
export async function listMemberIds(db: Kysely<DB>, circleId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('person_id')
    .where('circle_id', '=', circleId)
    .where('left_at', 'is', null)
    .orderBy('seat')
    .execute();
  return rows.map((row) => row.person_id);
}

/** The circles a person belongs to now, by name. */
export async function listCirclesOf(
  db: Kysely<DB>,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .select(['circle.id', 'circle.name'])
    .where('membership.person_id', '=', personId)
    .where('membership.left_at', 'is', null)
    .orderBy('circle.name')
    .orderBy('circle.id')
    .execute();
}

/**
 * Gives a person the circle's next seat; a seat is never used twice. The caller holds the circle's row, so the
 * number is still free when it is stored.
 */
export async function insertMembership(
  db: Kysely<DB>,
  membership: { id: string; circleId: string; personId: string; at: Date },
): Promise<void> {
  const { id, circleId, personId, at } = membership;
  await db
    .insertInto('membership')
    .values({
      id,
      circle_id: circleId,
      person_id: personId,
      joined_at: at,
      seat: sql`(select coalesce(max(seat), 0) + 1 from membership where circle_id = ${circleId})`,
    })
    .execute();
}

/**
 * Ends a current membership; the database lets the logs of the circle's rooms know that somebody has gone. Answers false
 * when there was none.
 */
export async function endMembership(
  db: Kysely<DB>,
  ending: { circleId: string; personId: string; how: LeftHow; at: Date },
): Promise<boolean> {
  const result = await db
    .updateTable('membership')
    .set({ left_at: ending.at, left_how: ending.how })
    .where('circle_id', '=', ending.circleId)
    .where('person_id', '=', ending.personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** When this person was last removed from the circle; null if never. */
export async function findRemoval(db: Kysely<DB>, circleId: string, personId: string): Promise<Date | null> {
  const row = await db
    .selectFrom('membership')
    .select('left_at')
    .where('circle_id', '=', circleId)
    .where('person_id', '=', personId)
    .where('left_how', '=', 'removed')
    .orderBy('left_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.left_at ?? null;
}

/**
 * Holds a person's row until the transaction ends. `joining` lets others join at the same moment; `closing` waits for
 * everyone who joins; `inheriting` is joining that passes over an account about to be closed. Answers false when the
 * account is closed or was never there.
 */
export async function holdPerson(
  db: Kysely<DB>,
  personId: string,
  why: 'joining' | 'closing' | 'inheriting',
): Promise<boolean> {
  const query = db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('closed_at', 'is', null);
  const held = {
    joining: query.forShare(),
    closing: query.forNoKeyUpdate(),
    inheriting: query.forShare().skipLocked(),
  }[why];
  return (await held.executeTakeFirst()) !== undefined;
}

/** Everybody who is or was in a circle, for records of earlier days. */
export async function listEveryoneOf(
  db: Kysely<DB>,
  circleId: string,
): Promise<Pick<Selectable<Person>, 'id' | 'name'>[]> {
  return db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('membership.circle_id', '=', circleId)
    .execute();
}

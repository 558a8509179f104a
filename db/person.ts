import type { Kysely, Selectable } from 'kysely';
import type { DB, Person } from './schema.ts';

/** What people say about themselves; fellow members see it, nobody else does. */
export type Profile = Pick<
  Selectable<Person>,
  'id' | 'name' | 'role' | 'industry' | 'time_zone' | 'formality' | 'planning' | 'about'
>;

type NewPerson = {
  id: string;
  email: string;
  /** null until the person has chosen a password */
  password_hash: string | null;
  name: string;
  time_zone: string;
  created_at: Date;
};

/** Stores a new account. Answers false when the id or the address is taken. */
export async function insertPerson(db: Kysely<DB>, person: NewPerson): Promise<boolean> {
  const result = await db
    .insertInto('person')
    .values(begins(person))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/**
 * Keeps a place for an address whose owner has yet to choose a password. An account that has one stays
 * as it is; one that is still waiting takes the newer name, and waits from now on.
 */
export async function reservePerson(db: Kysely<DB>, person: Omit<NewPerson, 'password_hash'>): Promise<void> {
  await db
    .insertInto('person')
    .values(begins(person))
    .onConflict((conflict) =>
      conflict
        .column('email')
        .doUpdateSet({ name: person.name, time_zone: person.time_zone, created_at: person.created_at })
        .where('person.password_hash', 'is', null),
    )
    .execute();
}

/** There is no news for anybody from before they were here. */
function begins<P extends { created_at: Date }>(person: P) {
  return { ...person, caught_up_at: person.created_at };
}

/** The open account with this address (lower case). */
export async function findByEmail(db: Kysely<DB>, email: string) {
  return accounts(db).where('email', '=', email).executeTakeFirst();
}

/** The open account with this id. */
export async function findAccount(db: Kysely<DB>, personId: string) {
  return accounts(db).where('id', '=', personId).executeTakeFirst();
}

function accounts(db: Kysely<DB>) {
  return db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'password_hash'])
    .where('closed_at', 'is', null);
}

/** A person's own profile. */
export async function findProfile(db: Kysely<DB>, personId: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'industry', 'time_zone', 'formality', 'planning', 'about'])
    .where('id', '=', personId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Replaces what a person says about themselves. */
export async function updateProfile(
  db: Kysely<DB>,
  personId: string,
  profile: Omit<Profile, 'id'>,
): Promise<void> {
  await db
    .updateTable('person')
    .set(profile)
    .where('id', '=', personId)
    .where('closed_at', 'is', null)
    .execute();
}

/** Stores a new password hash. With `instead`, only while that is still the stored one; answers whether it was stored. */
export async function updatePassword(
  db: Kysely<DB>,
  personId: string,
  hash: string,
  instead?: string,
): Promise<boolean> {
  let query = db
    .updateTable('person')
    .set({ password_hash: hash })
    .where('id', '=', personId)
    .where('closed_at', 'is', null);
  if (instead) query = query.where('password_hash', '=', instead);
  const result = await query.executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/**
 * Waits for whoever is changing this person's password, then answers whether `hash` is still the stored one. Held
 * until the transaction ends.
 */
export async function holdPassword(db: Kysely<DB>, personId: string, hash: string): Promise<boolean> {
  const row = await db
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where('password_hash', '=', hash)
    .forShare()
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Closes an account: what is left is a row without a name, so that the words in the logs keep an author
 * called "Former member".
 */
export async function anonymise(db: Kysely<DB>, personId: string, closedAt: Date): Promise<void> {
  await db
    .updateTable('person')
    .set({ name: 'Former member', email: null, password_hash: null, role: '', industry: '', about: '' })
    .set({ formality: null, planning: null, time_zone: 'UTC', closed_at: closedAt })
    .where('id', '=', personId)
    .execute();
}

/** Whether a person is in a circle of this group and in no circle of another group or of none. */
export async function isOnlyInGroup(db: Kysely<DB>, personId: string, groupId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .select('circle.group_id')
    .where('membership.person_id', '=', personId)
    .where('membership.left_at', 'is', null)
    .execute();
  return rows.length > 0 && rows.every((row) => row.group_id === groupId);
}

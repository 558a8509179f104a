import type { Kysely, NotNull, Selectable } from 'kysely';
import { isAhead } from './meetings-ahead.ts';
import type { DB, Group } from './schema.ts';

/** The group, for those who look after it; null for everyone else. */
export async function findGroupFor(
  db: Kysely<DB>,
  personId: string,
  groupId: string,
): Promise<{ group: Selectable<Group> } | null> {
  const group = await db
    .selectFrom('group')
    .innerJoin('group_organizer', 'group_organizer.group_id', 'group.id')
    .selectAll('group')
    .where('group.id', '=', groupId)
    .where('group_organizer.person_id', '=', personId)
    .executeTakeFirst();
  return group ? { group } : null;
}

/** Stores a new group. Answers false when a group with this id stands already: the form was sent twice. */
export async function insertGroup(
  db: Kysely<DB>,
  group: { id: string; name: string; created_at: Date },
): Promise<boolean> {
  const result = await db
    .insertInto('group')
    .values(group)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function renameGroup(db: Kysely<DB>, groupId: string, name: string): Promise<void> {
  await db.updateTable('group').set({ name }).where('id', '=', groupId).execute();
}

/** Holds the group's row until the transaction ends, so that its organizers are counted one change at a time. */
export async function lockGroup(db: Kysely<DB>, groupId: string): Promise<void> {
  await db.selectFrom('group').select('id').where('id', '=', groupId).forUpdate().execute();
}

/** Makes someone an organizer of the group; one who is already stays one. */
export async function insertGroupOrganizer(
  db: Kysely<DB>,
  groupId: string,
  personId: string,
  at: Date,
): Promise<void> {
  await db
    .insertInto('group_organizer')
    .values({ group_id: groupId, person_id: personId, since: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteGroupOrganizer(db: Kysely<DB>, groupId: string, personId: string): Promise<void> {
  await db
    .deleteFrom('group_organizer')
    .where('group_id', '=', groupId)
    .where('person_id', '=', personId)
    .execute();
}

/** Who looks after the group, the longest first. */
export async function listGroupOrganizers(
  db: Kysely<DB>,
  groupId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('group_organizer')
    .innerJoin('person', 'person.id', 'group_organizer.person_id')
    .select(['person.id', 'person.name'])
    .where('group_id', '=', groupId)
    .orderBy('since')
    .orderBy('person.id')
    .execute();
}

/** The groups a person looks after, by name. */
export async function listGroupsOf(
  db: Kysely<DB>,
  personId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('group_organizer')
    .innerJoin('group', 'group.id', 'group_organizer.group_id')
    .select(['group.id', 'group.name'])
    .where('person_id', '=', personId)
    .orderBy('group.name')
    .orderBy('group.id')
    .execute();
}

/** A circle as its group's organizers see it: facts without words. */
export type GroupCircle = {
  id: string;
  name: string;
  size_limit: number;
  members: number;
  next_starts_at: Date | null;
};

/** The circles of a group by name, each with its number of members and the start of its next meeting. */
export async function listGroupCircles(db: Kysely<DB>, groupId: string, at: Date): Promise<GroupCircle[]> {
  return db
    .selectFrom('circle')
    .select(['circle.id', 'circle.name', 'circle.size_limit'])
    .select((select) => [
      select
        .selectFrom('membership')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('members'))
        .whereRef('membership.circle_id', '=', 'circle.id')
        .where('left_at', 'is', null)
        .as('members'),
      select
        .selectFrom('meeting')
        .select((least) => least.fn.min('starts_at').as('next_starts_at'))
        .whereRef('meeting.circle_id', '=', 'circle.id')
        .where(isAhead(at))
        .as('next_starts_at'),
    ])
    .where('group_id', '=', groupId)
    .$narrowType<{ members: NotNull }>()
    .orderBy('circle.name')
    .orderBy('circle.id')
    .execute();
}

/** Everyone who is in one of the group's circles now, the longest first. */
export async function listGroupPeople(
  db: Kysely<DB>,
  groupId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('membership')
    .innerJoin('circle', 'circle.id', 'membership.circle_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id', 'person.name'])
    .where('circle.group_id', '=', groupId)
    .where('membership.left_at', 'is', null)
    .where('person.closed_at', 'is', null)
    .groupBy(['person.id', 'person.name'])
    .orderBy((order) => order.fn.min('membership.joined_at'))
    .orderBy('person.id')
    .execute();
}

import type { Kysely, Selectable } from 'kysely';
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

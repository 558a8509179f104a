import type { Kysely } from 'kysely';
import {
  deleteGroupOrganizer,
  insertGroupOrganizer,
  listGroupOrganizers,
  listGroupPeople,
  listGroupsOf,
  lockGroup,
} from '#db/group.ts';
import { holdPerson } from '#db/membership.ts';
import type { DB } from '#db/schema.ts';
import type { House } from '../house.ts';

/**
 * Lets a person go as organizer of all their groups, in the caller's transaction. Where they were the only one, the
 * group passes to whoever has been in its circles longest, so that no group is ever stuck with nobody.
 */
export async function handOnGroups(house: House, tx: Kysely<DB>, personId: string): Promise<void> {
  const groups = await listGroupsOf(tx, personId);
  for (const groupId of groups.map((group) => group.id).sort()) {
    await lockGroup(tx, groupId);
    await deleteGroupOrganizer(tx, groupId, personId);
    if ((await listGroupOrganizers(tx, groupId)).length === 0) await findHeir(house, tx, groupId, personId);
  }
}

async function findHeir(house: House, tx: Kysely<DB>, groupId: string, leaverId: string): Promise<void> {
  for (const person of await listGroupPeople(tx, groupId)) {
    if (person.id === leaverId || !(await holdPerson(tx, person.id, 'inheriting'))) continue;
    return insertGroupOrganizer(tx, groupId, person.id, new Date(house.now()));
  }
}

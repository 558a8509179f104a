import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findGroupFor, insertGroupOrganizer, listGroupPeople, lockGroup } from '#db/group.ts';
import { holdPerson } from '#db/membership.ts';
import type { House } from '../house.ts';

/** Lets a person of the group's circles look after the group too. One who does already changes nothing. */
export async function addOrganizer(
  house: House,
  actorId: string,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<{ added: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    const isThere = await holdPerson(tx, personId, 'joining');
    await lockGroup(tx, groupId);
    if (!(await findGroupFor(tx, actorId, groupId))) return refuse('not-found');

    const people = await listGroupPeople(tx, groupId);
    if (!isThere || !people.some((person) => person.id === personId))
      return refuse('bad-input', {
        field: 'personId',
        message: 'Please choose someone of the group’s circles.',
      });

    await insertGroupOrganizer(tx, groupId, personId, new Date(house.now()));
    return { added: true };
  });
}

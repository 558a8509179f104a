import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { deleteGroupOrganizer, findGroupFor, listGroupOrganizers, lockGroup } from '#db/group.ts';
import type { House } from '../house.ts';

/** Ends a person's looking after a group, one's own too. The last organizer stays until there is another. */
export async function removeOrganizer(
  house: House,
  actorId: string,
  { groupId, personId }: { groupId: string; personId: string },
): Promise<{ removed: true } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    await lockGroup(tx, groupId);
    if (!(await findGroupFor(tx, actorId, groupId))) return refuse('not-found');

    const organizers = await listGroupOrganizers(tx, groupId);
    if (!organizers.some((organizer) => organizer.id === personId)) return refuse('not-found');
    if (organizers.length === 1)
      return refuse('not-allowed', { message: 'A group needs an organizer. Add another one first.' });

    await deleteGroupOrganizer(tx, groupId, personId);
    return { removed: true };
  });
}

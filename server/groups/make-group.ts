import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findGroupFor, insertGroup, insertGroupOrganizer } from '#db/group.ts';
import { holdPerson } from '#db/membership.ts';
import type { House } from '../house.ts';

/** Makes a group; whoever makes it looks after it. `id` is made with the form: sent twice, it makes one group. */
export async function makeGroup(
  house: House,
  actorId: string,
  { id, name }: { id: string; name: string },
): Promise<{ groupId: string } | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    if (!(await holdPerson(tx, actorId, 'joining'))) return refuse('not-found');

    const at = new Date(house.now());
    if (!(await insertGroup(tx, { id, name, created_at: at }))) {
      const mine = await findGroupFor(tx, actorId, id);
      return mine ? { groupId: id } : refuse('command-id-taken');
    }

    await insertGroupOrganizer(tx, id, actorId, at);
    return { groupId: id };
  });
}

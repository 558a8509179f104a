import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findGroupFor, renameGroup as storeName } from '#db/group.ts';
import type { House } from '../house.ts';

/** Gives a group another name. Every organizer of it may. */
export async function renameGroup(
  house: House,
  actorId: string,
  { groupId, name }: { groupId: string; name: string },
): Promise<{ renamed: true } | Refusal> {
  if (!(await findGroupFor(house.db, actorId, groupId))) return refuse('not-found');

  await storeName(house.db, groupId, name);
  return { renamed: true };
}

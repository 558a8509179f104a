import { listEndedRights, type Rights } from '#db/ended-rights.ts';
import type { Cut, House } from '../house.ts';

/** Which of these sign-ins and memberships have ended: for a process that was not told. */
export async function findEnded(house: Pick<House, 'db' | 'now'>, rights: Rights): Promise<Cut[]> {
  if (rights.sessions.length === 0 && rights.belongings.length === 0) return [];
  return listEndedRights(house.db, rights, new Date(house.now()));
}

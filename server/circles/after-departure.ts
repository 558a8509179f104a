import { listRoomIds } from '#db/circle.ts';
import type { House } from '../house.ts';
import { afterMembershipChange } from '../rota/after-membership-change.ts';

/**
 * What follows once it is committed that a person no longer belongs to a circle: their live connections to it are
 * cut, the rooms of this process look anew at who belongs, and the rota goes on without them.
 */
export async function afterDeparture(
  house: House,
  { circleId, personId }: { circleId: string; personId: string },
): Promise<void> {
  house.cut({ person: personId, circle: circleId });
  for (const room of await listRoomIds(house.db, circleId)) house.rooms.forget(room);
  await afterMembershipChange(house, circleId);
}

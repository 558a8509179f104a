import type { House } from '../house.ts';
import { replanCircle } from './replan-circle.ts';

/**
 * To be called, after the commit, whenever somebody joined, left or was removed: the rota follows. Whoever joined or
 * left has done so in any case; a rota that could not follow is settled by the next run of `settle-meetings`.
 */
export async function afterMembershipChange(house: House, circleId: string): Promise<void> {
  try {
    await replanCircle(house, circleId);
  } catch (error) {
    house.log.error({ err: error, circle: circleId }, 'the rota could not follow a change of members');
  }
}

import type { House } from '../house.ts';
import { replanCircle } from './replan-circle.ts';

/** To be called, after the commit, whenever somebody joined, left or was removed: the rota follows. */
export async function afterMembershipChange(house: House, circleId: string): Promise<void> {
  await replanCircle(house, circleId);
}

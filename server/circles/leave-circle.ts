import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { lockCircle } from '#db/circle.ts';
import type { House } from '../house.ts';
import { afterDeparture } from './after-departure.ts';
import { endOneMembership } from './end-membership.ts';

/** Leaves a circle. Nothing can forbid it, and what the circle has planned stays. */
export async function leaveCircle(
  house: House,
  actorId: string,
  circleId: string,
): Promise<{ left: true } | Refusal> {
  const left = await house.db.transaction().execute(async (tx) => {
    await lockCircle(tx, circleId);
    return endOneMembership(house, tx, circleId, actorId, 'left');
  });
  if (!left) return refuse('not-found');

  await afterDeparture(house, { circleId, personId: actorId });
  return { left: true };
}

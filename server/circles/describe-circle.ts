import { mayDescribe } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { updateCircle } from '#db/circle.ts';
import type { House } from '../house.ts';
import { withCircle } from './with-circle.ts';

/** Changes what the circle is called and what it is for. Every member may. */
export async function describeCircle(
  house: House,
  actorId: string,
  { circleId, name, purpose }: { circleId: string; name: string; purpose: string },
): Promise<{ changed: true } | Refusal> {
  return withCircle(house, actorId, circleId, async ({ tx, standing }) => {
    if (!mayDescribe(standing)) return refuse('not-found');

    await updateCircle(tx, circleId, { name, purpose });
    return { changed: true as const };
  });
}

import type { Kysely, Selectable } from 'kysely';
import type { Standing } from '#app/domain/circle/rules.ts';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { lockCircle } from '#db/circle.ts';
import type { Circle, DB } from '#db/schema.ts';
import type { House } from '../house.ts';
import { standingIn } from './standing.ts';

type Inside = { tx: Kysely<DB>; circle: Selectable<Circle>; standing: Standing };

/**
 * Runs one change of a circle in a transaction that holds the circle's row: whether the actor may is then decided
 * on the same facts the change is stored on. Whoever is not a member gets `not-found`.
 */
export async function withCircle<Answer>(
  house: House,
  actorId: string,
  circleId: string,
  change: (inside: Inside) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal> {
  return house.db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, circleId);
    const standing = await standingIn(tx, circleId, actorId, new Date(house.now()));
    if (!circle || !standing.memberIds.includes(actorId)) return refuse('not-found');
    return change({ tx, circle, standing });
  });
}

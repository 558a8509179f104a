import { lockCircle } from '#db/circle.ts';
import type { House } from '../house.ts';
import { settleCircle } from '../meetings/settle-circle.ts';
import { changeRota } from './change-rota.ts';

/**
 * Plans who leads a circle's meetings anew and tells their logs: after somebody joined, left or was removed, and
 * whenever something may have been left undone. What was announced changes as little as fairness allows.
 */
export async function replanCircle(house: House, circleId: string): Promise<void> {
  await house.db.transaction().execute(async (tx) => {
    const circle = await lockCircle(tx, circleId);
    if (circle) await changeRota(tx, circle, new Date(house.now()));
  });

  await settleCircle(house, circleId);
}

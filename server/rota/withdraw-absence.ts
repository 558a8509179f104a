import { isRefusal, type Refusal } from '#app/domain/refusal.ts';
import { deleteAbsence } from '#db/rota.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { settleCircle } from '../meetings/settle-circle.ts';
import { planAbsence } from './absence.ts';
import { storeRota } from './change-rota.ts';
import { rotaOf } from './rota-of.ts';

/** Takes an absence back: the dates it moved go back to what was announced before, unless that became unfair since. */
export async function withdrawAbsence(
  house: House,
  actorId: string,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<{ withdrawn: true } | Refusal> {
  const withdrawn = await withCircle(house, actorId, circleId, async ({ tx, circle }) => {
    const rota = await rotaOf(tx, circle);
    const planned = planAbsence(rota, actorId, meetingId, { now: house.now(), back: true });
    if (isRefusal(planned)) return planned;

    await deleteAbsence(tx, { meetingId, personId: actorId });
    await storeRota(tx, planned, new Date(house.now()));
    return { withdrawn: true as const };
  });

  if (!isRefusal(withdrawn)) await settleCircle(house, circleId);
  return withdrawn;
}

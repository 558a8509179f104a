import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { insertAbsence } from '#db/rota.ts';
import { withCircle } from '../circles/with-circle.ts';
import type { House } from '../house.ts';
import { settleCircle } from '../meetings/settle-circle.ts';
import { planAbsence } from './absence.ts';
import { storeRota } from './change-rota.ts';
import { rotaOf } from './rota-of.ts';

/**
 * Notes that a member cannot come to a meeting; whoever takes over is announced at once. `seen` is the preview they
 * confirm: when somebody else changed the rota meanwhile, they look again before anything happens.
 */
export async function declareAbsence(
  house: House,
  actorId: string,
  { circleId, meetingId, seen }: { circleId: string; meetingId: string; seen?: string },
): Promise<{ declared: true } | Refusal> {
  const declared = await withCircle(house, actorId, circleId, async ({ tx, circle }) => {
    const rota = await rotaOf(tx, circle);
    const planned = planAbsence(rota, actorId, meetingId, { now: house.now() });
    if (isRefusal(planned)) return planned;
    if (planned.isNoted) return { declared: true as const };
    if (seen !== undefined && seen !== planned.seen)
      return refuse('out-of-date', {
        message: 'The rota changed a moment before you. Please look at who takes over now.',
      });

    const at = new Date(house.now());
    await insertAbsence(tx, { meetingId, personId: actorId, at });
    await storeRota(tx, planned, at);
    return { declared: true as const };
  });

  if (!isRefusal(declared)) await settleCircle(house, circleId);
  return declared;
}

import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { findCircleFor } from '#db/circle.ts';
import type { House } from '../house.ts';
import { type AbsencePreview, planAbsence } from './absence.ts';
import { rotaOf } from './rota-of.ts';

/** Who would take over if this member said that they cannot come; nothing is stored. */
export async function previewAbsence(
  house: House,
  actorId: string,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<AbsencePreview | Refusal> {
  const inside = await findCircleFor(house.db, actorId, circleId);
  if (!inside) return refuse('not-found');

  const rota = await rotaOf(house.db, inside.circle);
  const planned = planAbsence(rota, actorId, meetingId, { now: house.now() });
  if (isRefusal(planned)) return planned;
  const { leads, isLate, shifts, seen } = planned;
  return { meetingId, leads, isLate, shifts, seen };
}

import { sayDay } from '#app/domain/calendar/say-time.ts';
import { isRefusal, type Refusal, refuse } from '#app/domain/refusal.ts';
import { sayShifts } from '#app/domain/season/say-rota.ts';
import { findCircleFor } from '#db/circle.ts';
import type { House } from '../house.ts';
import { type AbsencePreview, planAbsence } from './absence.ts';
import type { RotaReader } from './rota-for-circle.ts';
import { type Rota, rotaOf } from './rota-of.ts';

/** The preview, and what it says to the one who asks: "Ben takes over on Thu 3 Dec; you lead on Thu 17 Dec instead." */
export type SaidPreview = AbsencePreview & { day: string; sentence: string };

/** Who would take over if this member said that they cannot come; nothing is stored. */
export async function previewAbsence(
  house: House,
  reader: RotaReader,
  { circleId, meetingId }: { circleId: string; meetingId: string },
): Promise<SaidPreview | Refusal> {
  const inside = await findCircleFor(house.db, reader.id, circleId);
  if (!inside) return refuse('not-found');

  const rota = await rotaOf(house.db, inside.circle);
  const now = house.now();
  const planned = planAbsence(rota, reader.id, meetingId, { now });
  if (isRefusal(planned)) return planned;

  const { leads, isLate, shifts, seen } = planned;
  const dayOf = dayIn(rota, reader, now);
  const said = shifts.map(({ meetingId: id, to }) => ({ day: dayOf(id), to, isCause: id === meetingId }));
  const nameOf = (person: string) =>
    person === reader.id ? null : (rota.seats.find((seat) => seat.person_id === person)?.name ?? 'Somebody');
  const sentence = sayShifts(said, nameOf);
  return { meetingId, leads, isLate, shifts, seen, day: dayOf(meetingId), sentence };
}

function dayIn(rota: Rota, reader: RotaReader, now: number): (meetingId: string) => string {
  return (meetingId) => {
    const row = rota.meetings.find((each) => each.id === meetingId);
    return sayDay(row?.starts_at.getTime() ?? now, { zone: reader.time_zone, now });
  };
}

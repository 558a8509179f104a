import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { declareAbsence, withdrawAbsence } from '#app/domain/rota/absence.ts';
import { type Replanned, type RotaShift, replan } from './change-rota.ts';
import { noticeWindow, type Rota } from './rota-of.ts';
import { seatOf } from './seats.ts';

/** What saying "I can't come" to a meeting comes to. */
export type AbsencePreview = {
  meetingId: string;
  /** Whether the reader was to lead it. */
  leads: boolean;
  /** Too late to be released from the turn: it stays due. */
  isLate: boolean;
  shifts: RotaShift[];
  /** A fingerprint of the shifts, to notice when they have become others before they are confirmed. */
  seen: string;
};

/** The same with the facts to store, and whether it was noted before. */
type PlannedAbsence = AbsencePreview & Replanned & { isNoted: boolean };

/** What changes when this member is away at (or, `back`, comes after all to) a meeting; nothing is stored. */
export function planAbsence(
  rota: Rota,
  personId: string,
  meetingId: string,
  { now, back = false }: { now: number; back?: boolean },
): PlannedAbsence | Refusal {
  const row = rota.meetings.find((each) => each.id === meetingId);
  const meeting = rota.facts.meetings.find((each) => each.id === meetingId);
  const seat = seatOf(rota.seats, personId, null);
  if (!row || !meeting || !seat) return refuse('not-found');
  if (row.status !== 'planned' || row.starts_at.getTime() <= now)
    return refuse('out-of-date', { message: 'This meeting is not ahead any more.' });

  const change = back ? withdrawAbsence : declareAbsence;
  const replanned = replan(rota, (facts) => change(facts, [meeting.number], seat.id));
  return {
    ...replanned,
    meetingId,
    leads: meeting.announced === seat.id,
    isNoted: meeting.absent.includes(seat.id),
    isLate: row.starts_at.getTime() - noticeWindow < now,
    seen: fingerprintOf(replanned.shifts),
  };
}

function fingerprintOf(shifts: readonly RotaShift[]): string {
  const lines = shifts.map((each) => `${each.meetingId} ${each.to}`).sort();
  return createHash('sha256').update(lines.join('\n')).digest('base64url').slice(0, 22);
}

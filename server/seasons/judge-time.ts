import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findOverlap, judgeStart } from '#app/domain/season/run.ts';
import type { MeetingRow, MeetingTime } from '#db/meeting.ts';
import { resolveInstant } from './resolve-instant.ts';

/** A wish for a meeting: what the clocks of a zone show then, and for how many minutes. */
export type WishedTime = Omit<MeetingTime, 'startsAt'>;

/** The wish with its instant, in milliseconds. */
export function resolveTime(wished: WishedTime): MeetingTime {
  return { ...wished, startsAt: resolveInstant(wished, wished.timeZone) };
}

/**
 * Why a meeting cannot take place then, or null: it would lie behind us or too far ahead (`within` milliseconds), or
 * another meeting of the circle is on. `field` is the input to name.
 */
export function judgeTime(
  time: MeetingTime,
  others: readonly MeetingRow[],
  { now, within, field }: { now: number; within: number; field: string },
): Refusal | null {
  const start = judgeStart(time.startsAt, now, within);
  if (start === 'past')
    return refuse('bad-input', { field, message: 'That time has passed. Please choose one ahead.' });
  if (start === 'too-far')
    return refuse('bad-input', { field, message: 'That is too far ahead. Please choose an earlier day.' });

  const busy = others.filter((each) => each.status === 'planned' || each.status === 'live').map(asSpan);
  const overlap = findOverlap(time, busy);
  return overlap
    ? refuse('bad-input', {
        field,
        message: `On ${time.localDate} at ${time.localTime} you already have a meeting. Please choose another time.`,
      })
    : null;
}

function asSpan(row: MeetingRow) {
  return { startsAt: row.starts_at.getTime(), lengthMinutes: row.length_minutes };
}

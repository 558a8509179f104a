import { type Refusal, refuse } from '#app/domain/refusal.ts';
import { findOverlap, judgeStart, type Span } from '#app/domain/season/run.ts';
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

  return findOverlapping(time, others)
    ? refuse('bad-input', {
        field,
        message: `On ${time.localDate} at ${time.localTime} you already have a meeting. Please choose another time.`,
      })
    : null;
}

/** S4 Another meeting that is on or to be held at that time, or undefined. */
export function findOverlapping(time: Span, others: readonly MeetingRow[]): Span | undefined {
  return findOverlap(
    time,
    others.filter(({ status }) => status === 'planned' || status === 'live').map(asSpan),
  );
}

/** When a meeting is by its row. */
export function asSpan(row: MeetingRow): Span {
  return { startsAt: row.starts_at.getTime(), lengthMinutes: row.length_minutes };
}

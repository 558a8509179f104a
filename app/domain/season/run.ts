/**
 * A run of meetings on the calendar: whole weeks between local dates, the same time of day, whatever clocks do.
 *
 * S1 Dates step by whole weeks of the calendar, never by hours: a run keeps its weekday and its local time.
 * S2 A run has 1 to 26 meetings of 15 to 240 minutes, every 1, 2 or 4 weeks.
 * S3 What is planned lies ahead: after now, a run's first meeting within a year, any single meeting within three.
 * S4 No two meetings of a circle run at the same time; skipped ones are not in the way.
 */
export const mostMeetings = 26;
export const shortestMeeting = 15;
export const longestMeeting = 240;
export const cadences = ['1', '2', '4'] as const;

/** S3 How far ahead things may be planned, in milliseconds. */
export const firstWithin = 366 * 86_400_000;
export const anyWithin = 3 * 366 * 86_400_000;

/** A day `2026-11-26` and a time of day `18:00` on the clocks of some zone. */
export type LocalTime = { localDate: string; localTime: string };

export type Run = { firstDate: string; everyWeeks: number; count: number };

/** S2 Whether a run is one that can be planned at all. */
export function isPossible(run: Pick<Run, 'everyWeeks' | 'count'> & { lengthMinutes: number }): boolean {
  const { everyWeeks, count, lengthMinutes } = run;
  const isWhole = [everyWeeks, count, lengthMinutes].every(Number.isInteger);
  const fits = lengthMinutes >= shortestMeeting && lengthMinutes <= longestMeeting;
  return (
    isWhole && fits && count >= 1 && count <= mostMeetings && cadences.some((one) => one === `${everyWeeks}`)
  );
}

/** S1 The local dates of a run, oldest first. `firstDate` must be a day of the calendar, `2026-11-26`. */
export function listRunDates({ firstDate, everyWeeks, count }: Run): string[] {
  return Array.from({ length: count }, (_, index) => addDays(firstDate, index * everyWeeks * 7));
}

/** The day that many days later (or earlier), counted on the calendar. */
export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** "every week", "every second week", "every fourth week". */
export function sayCadence(everyWeeks: number): string {
  if (everyWeeks === 1) return 'every week';
  return everyWeeks === 2 ? 'every second week' : 'every fourth week';
}

/** When something takes place: milliseconds since the epoch, and minutes. */
export type Span = { startsAt: number; lengthMinutes: number };

/** S3 Whether that is behind us, further ahead than `within` (both in milliseconds), or neither. */
export function judgeStart(startsAt: number, now: number, within: number): 'past' | 'too-far' | null {
  if (startsAt <= now) return 'past';
  return startsAt > now + within ? 'too-far' : null;
}

/** S4 The first of these that runs at the same time as `wanted`, or undefined. */
export function findOverlap<Other extends Span>(wanted: Span, others: readonly Other[]): Other | undefined {
  return others.find((other) => other.startsAt < endOf(wanted) && wanted.startsAt < endOf(other));
}

function endOf({ startsAt, lengthMinutes }: Span): number {
  return startsAt + lengthMinutes * 60_000;
}

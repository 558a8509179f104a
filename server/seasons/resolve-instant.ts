import { Temporal } from 'temporal-polyfill';
import type { LocalTime } from '#app/domain/season/run.ts';

/**
 * The instant, in milliseconds, at which clocks in that IANA zone show this local date and time. A time that clocks
 * skip in spring counts as later by as much as they skip; of a time they show twice in autumn the first is meant
 * (RFC 5545, 3.3.5). Throws RangeError for a date, time or zone that does not exist: parse before.
 */
export function resolveInstant({ localDate, localTime }: LocalTime, zone: string): number {
  const local = Temporal.PlainDateTime.from(`${localDate}T${localTime}`);
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** What clocks in that zone show at this instant, to the minute. */
export function localTimeAt(at: number, zone: string): LocalTime {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    localDate: there.toPlainDate().toString(),
    localTime: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

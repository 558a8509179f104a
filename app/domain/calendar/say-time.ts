/**
 * Moments as people say them: "Thu 26 Nov, 18:00, in 3 days", in the reader's zone, and beside it the circle's.
 *
 * T1 A moment is said in the reader's zone: weekday, day, month, and the 24-hour clock; the year when it is not this one.
 * T2 How far away it is counts calendar days in the reader's zone, hours and minutes only within the same day.
 * T3 Another zone is said too when its clock or its day differs at that very moment, and only then.
 */
const minute = 60_000;
const hour = 60 * minute;

/** Who reads: their IANA zone, and the server's time in milliseconds. */
export type Reader = { zone: string; now: number };

type Parts = { year: number; month: number; day: number; weekday: string; monthName: string; clock: string };

const formats = new Map<string, Intl.DateTimeFormat>();

/** One locale's words, put together by hand: the same on every machine and in every browser. */
function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;

  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, made);
  return made;
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What was said last: pages say the same moments, and the present minute, again and again. */
const said = new Map<string, Parts>();
const MOST_SAID = 1_000;

/** Zones differ by whole minutes, so all instants of a minute have the same parts. */
function partsOf(at: number, zone: string): Parts {
  const key = `${Math.floor(at / minute)} ${zone}`;
  const known = said.get(key);
  if (known) return known;
  if (said.size >= MOST_SAID) said.clear();
  const parts = partsIn(at, zone);
  said.set(key, parts);
  return parts;
}

function partsIn(at: number, zone: string): Parts {
  const found = Object.fromEntries(
    formatIn(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const month = Number(found.month);
  return {
    year: Number(found.year),
    month,
    day: Number(found.day),
    weekday: found.weekday ?? '',
    monthName: monthNames[month - 1] ?? '',
    clock: `${found.hour}:${found.minute}`,
  };
}

/** "18:00" in that zone. `at` in milliseconds since the epoch, here and below. */
export function sayClock(at: number, zone: string): string {
  return partsOf(at, zone).clock;
}

/** "Thu 26 Nov", with the year when it is not the reader's present one (T1). */
export function sayDay(at: number, { zone, now }: Reader): string {
  const { weekday, day, monthName, year } = partsOf(at, zone);
  const thisYear = partsOf(now, zone).year === year;
  return `${weekday} ${day} ${monthName}${thisYear ? '' : ` ${year}`}`;
}

/** "Thu 26 Nov, 18:00" in the reader's zone (T1). */
export function sayMoment(at: number, reader: Reader): string {
  return `${sayDay(at, reader)}, ${sayClock(at, reader.zone)}`;
}

/** "in 3 days", "tomorrow", "in 2 hours", "now", "yesterday", "3 weeks ago" (T2). */
export function sayAway(at: number, { zone, now }: Reader): string {
  const apart = Math.abs(at - now);
  if (apart < minute) return 'now';

  const ahead = at > now;
  const days = Math.abs(dayNumber(at, zone) - dayNumber(now, zone));
  if (apart < hour) return span(Math.floor(apart / minute), 'minute', ahead);
  if (days === 0) return span(Math.round(apart / hour), 'hour', ahead);
  if (days === 1) return ahead ? 'tomorrow' : 'yesterday';
  if (days < 14) return span(days, 'day', ahead);
  if (days < 60) return span(Math.round(days / 7), 'week', ahead);
  return span(Math.round(days / 30.4), 'month', ahead);
}

/** "Thu 26 Nov, 18:00, in 3 days": the whole sentence in the reader's zone. */
export function sayTime(at: number, reader: Reader): string {
  return `${sayMoment(at, reader)}, ${sayAway(at, reader)}`;
}

/** T3 "12:00 in New York", with the day where that differs; null when the clocks agree at that moment. */
export function sayElsewhere(at: number, { zone, now }: Reader, otherZone: string): string | null {
  const here = partsOf(at, zone);
  const there = partsOf(at, otherZone);
  const sameDay = here.day === there.day && here.month === there.month;
  if (sameDay && here.clock === there.clock) return null;

  const day = sameDay ? '' : `${sayDay(at, { zone: otherZone, now })}, `;
  return `${day}${there.clock} in ${sayZone(otherZone)}`;
}

/** The place a zone is named after: "New York" of `America/New_York`; an abstract one keeps its name. */
export function sayZone(zone: string): string {
  const place = zone.startsWith('Etc/') ? zone.slice(4) : zone.slice(zone.lastIndexOf('/') + 1);
  return place.replaceAll('_', ' ');
}

/** "1 h 30 min" of 90. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''];
  return parts.filter(Boolean).join(' ');
}

/** Days since the epoch of the calendar day this moment has in that zone. */
function dayNumber(at: number, zone: string): number {
  const { year, month, day } = partsOf(at, zone);
  return Date.UTC(year, month - 1, day) / (24 * hour);
}

function span(count: number, unit: string, ahead: boolean): string {
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return ahead ? `in ${words}` : `${words} ago`;
}

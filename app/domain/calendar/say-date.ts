/** Calendar days without a zone, as action items have them: "Tue 1 Dec 2026" of 2026-12-01. */

/** `date` is YYYY-MM-DD. */
export function sayDate(date: string): string {
  const words = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return words.format(new Date(`${date}T00:00:00Z`)).replace(',', '');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayClock } from '#app/domain/calendar/say-time.ts';
import { addDays, listRunDates } from '#app/domain/season/run.ts';
import { localTimeAt, resolveInstant } from '#server/seasons/resolve-instant.ts';

const zones = [
  'UTC',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Casablanca',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Pacific/Chatham',
  'America/Santiago',
];
const zone = fc.constantFrom(...zones);
const date = fc.integer({ min: 0, max: 5_000 }).map((days) => addDays('2024-01-01', days));
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

describe('from the clock on the wall to an instant', () => {
  it.each([
    ['2027-03-09', '17:00', 'Europe/Berlin', '2027-03-09T16:00:00.000Z'],
    ['2027-03-30', '17:00', 'Europe/Berlin', '2027-03-30T15:00:00.000Z'],
    ['2026-10-27', '17:00', 'Europe/Berlin', '2026-10-27T16:00:00.000Z'],
    ['2027-03-28', '02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
  ])('S1 resolves %s %s in %s', (localDate, localTime, where, instant) => {
    expect(new Date(resolveInstant({ localDate, localTime }, where)).toISOString()).toBe(instant);
  });

  it('S1 moves a time that clocks skip later by as much as they skip', () => {
    expect(
      localTimeAt(resolveInstant({ localDate: '2027-03-28', localTime: '02:30' }, zones[1]!), zones[1]!),
    ).toEqual({ localDate: '2027-03-28', localTime: '03:30' });
    expect(
      localTimeAt(
        resolveInstant({ localDate: '2026-10-04', localTime: '02:15' }, 'Australia/Lord_Howe'),
        'Australia/Lord_Howe',
      ).localTime,
    ).toBe('02:45');
  });

  it('S1 gives back what the clocks show, except inside a gap', () => {
    fc.assert(
      fc.property(date, time, zone, (localDate, localTime, where) => {
        const instant = resolveInstant({ localDate, localTime }, where);
        const shown = localTimeAt(instant, where);
        if (shown.localDate === localDate && shown.localTime === localTime) {
          // Of two instants that show the same, the earlier one is meant.
          const twin = [30, 60].find((minutes) => sayClock(instant - minutes * 60_000, where) === localTime);
          expect(twin).toBeUndefined();
        } else {
          // Nothing shows this time: an instant just before shows less, and this one shows more.
          expect(`${shown.localDate}T${shown.localTime}` > `${localDate}T${localTime}`).toBe(true);
          expect(resolveInstant(shown, where)).toBe(instant);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('S1 a weekly run keeps its time of day across every change of clocks', () => {
    const evening = fc.constantFrom('12:00', '17:30', '18:00', '20:15');
    fc.assert(
      fc.property(
        date,
        evening,
        zone,
        fc.constantFrom(1, 2, 4),
        (firstDate, localTime, where, everyWeeks) => {
          for (const localDate of listRunDates({ firstDate, everyWeeks, count: 26 })) {
            const instant = resolveInstant({ localDate, localTime }, where);
            expect(localTimeAt(instant, where)).toEqual({ localDate, localTime });
            expect(sayClock(instant, where)).toBe(localTime);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  anyWithin,
  findOverlap,
  firstWithin,
  isPossible,
  judgeStart,
  listRunDates,
  sayCadence,
} from '#app/domain/season/run.ts';

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2020-01-01', count));

describe('a run of meetings', () => {
  it('S1 keeps its weekday across months, years and leap days', () => {
    expect(listRunDates({ firstDate: '2027-12-09', everyWeeks: 2, count: 4 })).toEqual([
      '2027-12-09',
      '2027-12-23',
      '2028-01-06',
      '2028-01-20',
    ]);
    expect(listRunDates({ firstDate: '2028-02-15', everyWeeks: 2, count: 2 })[1]).toBe('2028-02-29');
  });

  it('S1 has as many dates as asked, each the same number of days after the one before', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(1, 2, 4),
        fc.integer({ min: 1, max: 26 }),
        (firstDate, everyWeeks, count) => {
          const dates = listRunDates({ firstDate, everyWeeks, count });
          const numbers = dates.map((date) => Date.parse(date) / 86_400_000);
          expect(dates).toHaveLength(count);
          expect(dates[0]).toBe(firstDate);
          numbers.slice(1).forEach((day, index) => {
            expect(day - numbers[index]!).toBe(everyWeeks * 7);
          });
        },
      ),
    );
  });

  it('S1 counts days back as it counts them forward', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -1000, max: 1000 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });

  it('S2 has 1 to 26 meetings of 15 to 240 minutes, every 1, 2 or 4 weeks', () => {
    const run = { everyWeeks: 2, count: 8, lengthMinutes: 60 };
    const possible = [{}, { count: 1 }, { count: 26 }, { lengthMinutes: 15 }, { lengthMinutes: 240 }];
    const not = [{ count: 0 }, { count: 27 }, { count: 1.5 }, { lengthMinutes: 14 }, { lengthMinutes: 241 }];
    for (const change of possible) expect(isPossible({ ...run, ...change })).toBe(true);
    for (const change of not) expect(isPossible({ ...run, ...change })).toBe(false);
    expect([0, 1, 2, 3, 4, 12].filter((everyWeeks) => isPossible({ ...run, everyWeeks }))).toEqual([1, 2, 4]);
  });

  it('S3 lies ahead, and not too far', () => {
    expect(judgeStart(1_000, 1_000, 500)).toBe('past');
    expect(judgeStart(1_001, 1_000, 500)).toBeNull();
    expect(judgeStart(1_500, 1_000, 500)).toBeNull();
    expect(judgeStart(1_501, 1_000, 500)).toBe('too-far');
    expect(firstWithin).toBeLessThan(anyWithin);
  });

  it('S4 finds what runs at the same time, and lets meetings touch', () => {
    const others = [{ id: 'a', startsAt: 0, lengthMinutes: 60 }];
    expect(findOverlap({ startsAt: 59 * 60_000, lengthMinutes: 15 }, others)?.id).toBe('a');
    expect(findOverlap({ startsAt: -15 * 60_000, lengthMinutes: 240 }, others)?.id).toBe('a');
    expect(findOverlap({ startsAt: 60 * 60_000, lengthMinutes: 15 }, others)).toBeUndefined();
    expect(findOverlap({ startsAt: -15 * 60_000, lengthMinutes: 15 }, others)).toBeUndefined();
  });

  it('says how often it meets', () => {
    expect([1, 2, 4].map(sayCadence)).toEqual(['every week', 'every second week', 'every fourth week']);
  });
});

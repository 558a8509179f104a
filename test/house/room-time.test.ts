// Time as the room shows and says it.
import { describe, expect, test } from 'vitest';
import { slewed } from '#app/screens/live/steady-clock.ts';
import { count, figures, passed, remainingInWords, until } from '#app/screens/room/remaining-words.ts';

const minute = 60_000;

describe('time', () => {
  test.each([
    [271_001, '4:32', '4 minutes left'],
    [271_000, '4:31', '4 minutes left'],
    [59_999, '1:00', '1 minute left'],
    [1, '0:01', '1 second left'],
    [0, '0:00', 'time is up'],
    [-999, '0:00', 'time is up'],
    [-5_000, '+0:05', 'over by 5 seconds'],
    [-125_000, '+2:05', 'over by 2 minutes'],
    [120 * minute, '120:00', '120 minutes left'],
  ])('%d ms left', (ms, shown, said) => {
    expect(figures(ms)).toBe(shown);
    expect(remainingInWords(ms)).toBe(said);
  });

  test.each([
    [10, 'in a moment'],
    [minute, 'in 1 minute'],
    [22.2 * minute, 'in 23 minutes'],
    [3 * 60 * minute, 'in 3 hours'],
    [49 * 60 * minute, 'in 2 days'],
  ])('%d ms until something opens', (ms, said) => {
    expect(until(ms)).toBe(said);
  });

  test('what has passed is rounded down, and never less than nothing', () => {
    expect([passed(125_999), passed(-5)]).toEqual(['2:05', '0:00']);
    expect([count(1, 'item'), count(2, 'item'), count(2, 'person', 'people')]).toEqual([
      '1 item',
      '2 items',
      '2 people',
    ]);
  });

  test('a shown clock is bent by 50 ms a second at most, and steps when it is more than a second off', () => {
    expect(slewed(0, 400, 1_000)).toBe(50);
    expect(slewed(0, -400, 500)).toBe(-25);
    expect(slewed(0, 20, 1_000)).toBe(20);
    expect(slewed(0, 1_001, 10)).toBe(1_001);
  });
});

// When a room is told who is there: soon, together, and once more.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openPresenceNews } from '#server/live/presence-news.ts';

let told: string[];
let news: ReturnType<typeof openPresenceNews>;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  news = openPresenceNews((room) => told.push(room));
});
afterEach(() => {
  news.close();
  vi.useRealTimers();
});

test('what happens together is told as one, and once more because it may be lost', () => {
  for (let time = 0; time < 10; time += 1) news.changed('a');
  vi.advanceTimersByTime(50);
  expect(told).toEqual(['a']);
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['a', 'a']);
});

test('P13 a room in which something changes all the time hears of it all the time', () => {
  for (let time = 0; time < 100; time += 1) {
    news.changed('a');
    vi.advanceTimersByTime(20);
  }
  expect(told.length).toBeGreaterThan(30);
});

test('nothing is told after the end', () => {
  news.changed('a');
  vi.advanceTimersByTime(50);
  news.changed('b');
  news.close();
  news.changed('c');
  vi.advanceTimersByTime(60_000);
  expect(told).toEqual(['a']);
});

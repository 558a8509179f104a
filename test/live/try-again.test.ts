// What has to be done after a start is done in the end, and nobody tries any more when the process is told to stop.
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openTries, type Tries } from '#server/live/try-again.ts';

const PAUSE = 2_000;
let tries: Tries;
let done = 0;
let tried = 0;
let faults = 0;

beforeEach(() => {
  vi.useFakeTimers();
  tries = openTries({ log: pino({ level: 'silent' }) }, PAUSE);
  [done, tried, faults] = [0, 0, 2];
});
afterEach(() => vi.useRealTimers());

const attempt = () =>
  tries.attempt('it could not be done', async () => {
    tried += 1;
    if (tried <= faults) throw new Error('not yet');
    done += 1;
  });

test('what fails is tried again until it is done, and no more', async () => {
  await attempt();
  expect([tried, done]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(10 * PAUSE);
  expect([tried, done]).toEqual([3, 1]);
});

test('asked for again while it waits, it is tried at once and waits once', async () => {
  faults = 100;
  for (const _time of [1, 2, 3]) await attempt();
  expect(tried).toBe(3);
  await vi.advanceTimersByTimeAsync(PAUSE);
  expect(tried).toBe(4);
});

test('nothing is tried again once it is closed, nor what was under way then', async () => {
  await attempt();
  const underWay = attempt();
  tries.close();
  await underWay;
  await vi.advanceTimersByTimeAsync(10 * PAUSE);
  expect([tried, done]).toEqual([2, 0]);
});

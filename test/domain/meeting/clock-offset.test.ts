import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addSample, bestOffset, estimateOf } from '#app/domain/meeting/clock-offset.ts';

// The worked example of the agenda design, C.4.
const first = { asked: 1_000_000, received: 1_250_040, sent: 1_250_041, answered: 1_000_081 };
const second = { asked: 1_000_000, received: 1_250_010, sent: 1_250_011, answered: 1_000_101 };

test('Y1 the worked example: offset 250,000 with a delay of 80', () => {
  expect(estimateOf(first)).toEqual({ offset: 250_000, delay: 80 });
  expect(estimateOf(second)).toEqual({ offset: 249_960, delay: 100 });
});

test('Y1 the estimate is never further off than half the delay', () => {
  const ms = fc.integer({ min: 0, max: 5_000 });
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), ms, ms, ms, (offset, there, work, back) => {
      const asked = 5_000_000;
      const received = asked + there + offset;
      const answered = asked + there + work + back;
      const estimate = estimateOf({ asked, received, sent: received + work, answered });
      expect(Math.abs(estimate.offset - offset)).toBeLessThanOrEqual(estimate.delay / 2);
    }),
  );
});

test('Y2 the sample with the least delay counts, among the newest eight', () => {
  expect(bestOffset([])).toBe(0);
  expect(bestOffset(addSample(addSample([], first), second))).toBe(250_000);
  const later = Array.from({ length: 8 }, () => second).reduce(addSample, addSample([], first));
  expect(bestOffset(later)).toBe(249_960);
});

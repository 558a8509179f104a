import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseBefore } from '#app/domain/meeting/try-again.ts';

const tries = fc.integer({ min: 1, max: 1_000 });
const asked = fc.integer({ min: 0, max: 600_000 });
const lot = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('Q1 the pause doubles with every try in vain, up to 16 seconds', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 50].map((one) => pauseBefore({ tries: one, asked: 0, lot: 0 }));
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(pauseBefore({ tries: 50, asked: 0, lot: 0.999 })).toBeCloseTo(16_000, -2);
});

test('Q1 a further try in vain never makes it shorter, and it stays within bounds', () => {
  fc.assert(
    fc.property(tries, asked, lot, (count, wish, drawn) => {
      const pause = pauseBefore({ tries: count, asked: wish, lot: drawn });
      expect(pauseBefore({ tries: count + 1, asked: wish, lot: drawn })).toBeGreaterThanOrEqual(pause);
      expect(pause).toBeLessThanOrEqual(Math.max(wish, 8_000) + 8_000);
    }),
  );
});

test('Q2 it is never shorter than the server asked for', () => {
  fc.assert(
    fc.property(tries, asked, lot, (count, wish, drawn) => {
      expect(pauseBefore({ tries: count, asked: wish, lot: drawn })).toBeGreaterThanOrEqual(wish);
    }),
  );
});

test('Q3 different lots are different pauses, spread over half of it whatever the server asked for', () => {
  fc.assert(
    fc.property(tries, asked, lot, (count, wish, drawn) => {
      const at = (one: number) => pauseBefore({ tries: count, asked: wish, lot: one });
      const spread = at(drawn) - at(0);
      expect(spread).toBeCloseTo(drawn * Math.min(8_000, 500 * 2 ** (count - 1)), 5);
    }),
  );
});

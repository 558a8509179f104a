import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freeSeats, hasRoom, sizeFits } from '#app/domain/circle/size.ts';

const count = fc.integer({ min: 0, max: 15 });

test('R1 a circle has room for 4 to 10', () => {
  const sizes = Array.from({ length: 14 }, (_, size) => size).filter((size) => sizeFits(size, 1));
  expect(sizes).toEqual([4, 5, 6, 7, 8, 9, 10]);
  expect(sizeFits(4.5, 1)).toBe(false);
});

test('R2 there is room exactly while a seat is free', () => {
  fc.assert(
    fc.property(count, count, (limit, members) => {
      expect(hasRoom(limit, members)).toBe(members < limit);
      expect(freeSeats(limit, members)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('R3 a circle never gets smaller than its members', () => {
  fc.assert(
    fc.property(count, count, (limit, members) => {
      if (sizeFits(limit, members)) expect(limit).toBeGreaterThanOrEqual(members);
    }),
  );
  expect(sizeFits(5, 6)).toBe(false);
  expect(sizeFits(6, 6)).toBe(true);
});

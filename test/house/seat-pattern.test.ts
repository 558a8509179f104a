import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf } from '#app/ui/initials.ts';
import { seatLabelLimit, seatLabels } from '#app/ui/seat-labels.ts';
import { seatPattern } from '#app/ui/seat-pattern.ts';

describe('a seat’s pattern', () => {
  it('is the same for the same id, and stays inside its circle', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        const pattern = seatPattern(id, 25);
        expect(seatPattern(id, 25)).toEqual(pattern);
        const points = [...pattern.path.matchAll(/[MLA ](-?\d+\.\d\d) (-?\d+\.\d\d)/g)];
        expect(points.length).toBeGreaterThan(0);
        for (const [, x, y] of points) expect(Math.hypot(Number(x), Number(y))).toBeLessThanOrEqual(25.01);
      }),
    );
  });

  it('spreads ids that look alike over all eight tones and many looks', () => {
    const patterns = Array.from({ length: 400 }, (_, index) => seatPattern(`member-${index}`, 25));
    const counts = new Map<number, number>();
    for (const { tone } of patterns) counts.set(tone, (counts.get(tone) ?? 0) + 1);
    expect(counts.size).toBe(8);
    expect(Math.max(...counts.values())).toBeLessThan(80);
    expect(new Set(patterns.map(({ tone, path }) => `${tone}${path}`)).size).toBeGreaterThan(150);
  });
});

describe('initials', () => {
  it.each([
    ['Aleksandra Wiśniewska-Kowalczyk', 'AW'],
    ['łukasz żak', 'ŁŻ'],
    ['Cher', 'C'],
    ['  Ana  María (PMO) Ruiz ', 'AR'],
    ['山田 太郎', '山太'],
    ['', '?'],
    ['…', '?'],
  ])('of "%s" are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });

  it('are never empty, for any name at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(initialsOf(name).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('labels beside seats', () => {
  it('are first names, told apart where two share one', () => {
    expect(seatLabels(['Anna Keller', 'Tom Okafor', 'Anna Baumgartner', 'Anna'])).toEqual([
      'Anna K',
      'Tom',
      'Anna B',
      'Anna',
    ]);
  });

  it('never grow longer than the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 12 }), (names) => {
        for (const label of seatLabels(names)) expect([...label].length).toBeLessThanOrEqual(seatLabelLimit);
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { handOnIds, holdsLine } from '#app/domain/talk/line-ids.ts';

const few = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');

test('K3 what is remembered of ids never changes an answer, however the lines grew and whoever asks', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ id: few, asked: few, bound: fc.nat(4), at: fc.nat(4) })), (steps) => {
      let lines: { id: string }[] = [];
      for (const { id, asked, bound, at } of steps) {
        expect(holdsLine(lines, asked)).toBe(lines.some((line) => line.id === asked));
        const before = lines;
        const line = { id };
        const kept = lines.length > bound + 1 ? lines.toSpliced(at % lines.length, 1) : lines;
        lines = [...kept, line];
        handOnIds(before, lines, line);
        expect(holdsLine(lines, asked)).toBe(lines.some((one) => one.id === asked));
        // Somebody may still hold the lines as they were.
        expect(holdsLine(before, id)).toBe(before.some((one) => one.id === id));
      }
    }),
  );
});

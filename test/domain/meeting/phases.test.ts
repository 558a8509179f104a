import { expect, test } from 'vitest';
import { type Phase, phaseMs } from '#app/domain/meeting/phases.ts';

const minute = 60_000;
const phases: Phase[] = [2, 2, 4, 2].map((minutes) => {
  return { name: 'Phase', ms: minutes * minute, who: 'everyone', form: 'any' };
});

test('G4 changed minutes keep the proportion', () => {
  const item = { minutes: 20, run: { seat: null, phases } };
  expect([0, 1, 2, 3].map((index) => phaseMs(item, index) / minute)).toEqual([4, 4, 8, 4]);
  expect(phaseMs({ minutes: 20, run: null }, 0)).toBe(0);
});

import { expect, test } from 'vitest';
import { type Helper, matchesAmong, meets } from '#app/domain/circle/matches.ts';

const ana: Helper = {
  id: 'ana',
  offers: [{ topic: 'Risk registers', level: 3 }],
  asks: [{ topic: 'Saying no to a sponsor', leastLevel: 2 }],
};
const ben: Helper = {
  id: 'ben',
  offers: [
    { topic: 'saying  no to a SPONSOR ', level: 2 },
    { topic: 'Earned value', level: 1 },
  ],
  asks: [
    { topic: 'risk registers', leastLevel: 3 },
    { topic: 'Earned value', leastLevel: 1 },
  ],
};

test('R1 an offer meets an ask of the same topic from its level up', () => {
  expect(meets({ topic: 'Budgets', level: 2 }, { topic: 'budgets', leastLevel: 2 })).toBe(true);
  expect(meets({ topic: 'Budgets', level: 2 }, { topic: 'budgets', leastLevel: 3 })).toBe(false);
  expect(meets({ topic: 'Budgets', level: 4 }, { topic: 'Budgeting', leastLevel: 1 })).toBe(false);
});

test('R1 both ways are found, spelled as the asker spells it', () => {
  expect(matchesAmong([ana, ben])).toEqual([
    { giverId: 'ben', askerId: 'ana', topic: 'Saying no to a sponsor' },
    { giverId: 'ana', askerId: 'ben', topic: 'risk registers' },
  ]);
});

test('R2 nobody helps themselves', () => {
  expect(matchesAmong([ben])).toEqual([]);
});

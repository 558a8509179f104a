import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Helper, matchesAmong, meets } from '#app/domain/circle/matches.ts';

const ana: Helper = {
  id: 'ana',
  offers: [{ topic: 'Risk registers', level: 3 }],
  asks: [{ topic: 'Saying no to a sponsor', least_level: 2 }],
};
const ben: Helper = {
  id: 'ben',
  offers: [
    { topic: 'saying no to a SPONSOR', level: 2 },
    { topic: 'Earned value', level: 1 },
  ],
  asks: [
    { topic: 'risk registers', least_level: 3 },
    { topic: 'Earned value', least_level: 1 },
  ],
};

test('R1 an offer meets an ask of the same topic from its level up', () => {
  expect(meets({ topic: 'Budgets', level: 2 }, { topic: 'budgets', least_level: 2 })).toBe(true);
  expect(meets({ topic: 'Budgets', level: 2 }, { topic: 'budgets', least_level: 3 })).toBe(false);
  expect(meets({ topic: 'Budgets', level: 4 }, { topic: 'Budgeting', least_level: 1 })).toBe(false);
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

const topic = fc.constantFrom('Budgets', 'budgets', 'Scope', 'Risk');
const level = fc.integer({ min: 1, max: 4 });
const helpers = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('ana', 'ben', 'chi', 'dee'),
    offers: fc.array(fc.record({ topic, level })),
    asks: fc.uniqueArray(fc.record({ topic, least_level: level }), { selector: (ask) => ask.topic }),
  }),
  { selector: (helper) => helper.id },
);

test('R1 a match is there exactly when somebody else’s offer meets the ask', () => {
  fc.assert(
    fc.property(helpers, (members) => {
      const found = matchesAmong(members);
      for (const asker of members)
        for (const ask of asker.asks)
          for (const giver of members) {
            const fits = giver.id !== asker.id && giver.offers.some((offer) => meets(offer, ask));
            const isFound = found.some(
              (match) =>
                match.giverId === giver.id && match.askerId === asker.id && match.topic === ask.topic,
            );
            expect(isFound).toBe(fits);
          }
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Ask,
  askFault,
  levelName,
  mostAsks,
  mostOffers,
  type Offer,
  offerFault,
  priorityName,
} from '#app/domain/people/offers-and-asks.ts';

const offer = (topic: string, level = 2): Offer => ({ id: topic, topic, level });
const ask = (topic: string): Ask => ({ id: topic, topic, priority: 2, least_level: 2 });
const many = (count: number) => Array.from({ length: count }, (_, index) => `topic ${index}`);

describe('offers and asks', () => {
  test('O1 at most 12 of each', () => {
    const eleven = many(mostOffers - 1);
    expect(
      offerFault(
        offer('x'),
        eleven.map((topic) => offer(topic)),
        [],
      ),
    ).toBeNull();
    expect(
      offerFault(
        offer('x'),
        [...eleven, 'y'].map((topic) => offer(topic)),
        [],
      ),
    ).toMatch(/12 offers/);
    expect(askFault(ask('x'), eleven.map(ask), [])).toBeNull();
    expect(askFault(ask('x'), many(mostAsks).map(ask), [])).toMatch(/12 asks/);
  });

  test('O2 a topic stands once, whatever its capitals', () => {
    expect(offerFault(offer('agile'), [offer('Agile')], [])).toMatch(/already/);
    expect(askFault(ask('Ágile'), [ask('ágile')], [])).toMatch(/already/);
    expect(askFault(ask('agile'), [ask('agile contracts')], [])).toBeNull();
  });

  test('O3 nobody asks for what they have led or taught', () => {
    for (const level of [1, 2]) expect(askFault(ask('Agile'), [], [offer('agile', level)])).toBeNull();
    for (const level of [3, 4]) expect(askFault(ask('Agile'), [], [offer('agile', level)])).not.toBeNull();
    for (const level of [1, 2]) expect(offerFault(offer('agile', level), [], [ask('Agile')])).toBeNull();
    for (const level of [3, 4]) expect(offerFault(offer('agile', level), [], [ask('Agile')])).not.toBeNull();
  });

  test('O1 O2 O3 hold whatever is put in whichever order', () => {
    const step = fc.record({
      isOffer: fc.boolean(),
      topic: fc.constantFrom(...'abcdefghijklmnoABC'.split('')),
      level: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const offers: Offer[] = [];
        const asks: Ask[] = [];
        for (const { isOffer, topic, level } of steps) {
          if (isOffer && !offerFault(offer(topic, level), offers, asks)) offers.push(offer(topic, level));
          if (!isOffer && !askFault(ask(topic), asks, offers)) asks.push(ask(topic));
        }
        const lower = (rows: { topic: string }[]) => rows.map((row) => row.topic.toLowerCase());
        expect(offers.length).toBeLessThanOrEqual(mostOffers);
        expect(asks.length).toBeLessThanOrEqual(mostAsks);
        expect(new Set(lower(offers)).size).toBe(offers.length);
        expect(new Set(lower(asks)).size).toBe(asks.length);
        const high = offers.filter((one) => one.level >= 3);
        expect(lower(high).filter((topic) => lower(asks).includes(topic))).toEqual([]);
      }),
    );
  });

  test('levels and priorities have names, even figures that do not exist', () => {
    expect([1, 2, 3, 4].map(levelName)).toEqual(['aware', 'practised', 'led', 'taught']);
    expect([1, 2, 3].map(priorityName)).toEqual(['nice to have', 'soon', 'now']);
    expect(levelName(9)).toBe('aware');
    expect(priorityName(0)).toBe('nice to have');
  });
});

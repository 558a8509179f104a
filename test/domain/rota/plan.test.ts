import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkRota } from '#app/domain/rota/check.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { countRepeats, eligibleAt, fewestRepeats, listUnfair } from './oracle.ts';
import { anySeason, comingAndGoing, seasons, usualSeason } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const holdersOf = (facts: Parameters<typeof planRota>[0]) =>
  planRota(facts).meetings.map((each) => each.holder);

describe('any season with absences declared beforehand', () => {
  it('R1 R3 every meeting somebody is eligible for has one holder, who is eligible', () => {
    fc.assert(
      fc.property(comingAndGoing, (facts) => {
        holdersOf(facts).forEach((holder, at) => {
          const eligible = eligibleAt(facts, at + 1);
          if (eligible.length === 0) expect(holder).toBeNull();
          else expect(eligible).toContain(holder);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('R5 counts stay within floor and ceiling of the share, for everyone after every meeting', () => {
    fc.assert(
      fc.property(anySeason, (facts) => {
        expect(listUnfair(facts, holdersOf(facts))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it('R5 the bound also holds where members come and go, if that is known beforehand', () => {
    fc.assert(
      fc.property(comingAndGoing, (facts) => {
        expect(listUnfair(facts, holdersOf(facts))).toEqual([]);
      }),
      { numRuns: 700 },
    );
  });

  it('R6 with everyone present the turns go round in joining order', () => {
    fc.assert(
      fc.property(seasons({ members: [2, 12], meetings: [1, 26], away: [0] }), (facts) => {
        const order = facts.members.map((each) => each.id);
        expect(holdersOf(facts)).toEqual(facts.meetings.map((_, at) => order[at % order.length]));
      }),
    );
  });

  it('R7 has as few repeats as any plan that keeps R5, compared with trying them all', () => {
    fc.assert(
      fc.property(seasons({ members: [2, 5], meetings: [1, 9], away: [10, 20, 35, 60] }), (facts) => {
        expect(countRepeats(holdersOf(facts))).toBe(fewestRepeats(facts));
      }),
      { numRuns: 500 },
    );
  });

  it('R7 in a circle of 5 to 10 nobody has two meetings in a row while others can come to either', () => {
    fc.assert(
      fc.property(seasons({ members: [5, 10], meetings: [6, 24], away: [0, 10, 20] }), (facts) => {
        holdersOf(facts).forEach((holder, at, all) => {
          if (at === 0 || holder === null || holder !== all[at - 1]) return;
          expect(eligibleAt(facts, at)).toEqual([holder]);
          expect(eligibleAt(facts, at + 1)).toEqual([holder]);
        });
      }),
      // Measured, not proven (docs/rota.md): a fixed seed, so that it cannot fail by chance.
      { numRuns: 1000, seed: 2 },
    );
  });

  it('R8 the same facts give the same plan, however the members are listed', () => {
    fc.assert(
      fc.property(usualSeason, (facts) => {
        const again = JSON.parse(JSON.stringify({ ...facts, members: facts.members.toReversed() }));
        expect(planRota(again)).toEqual(planRota(facts));
      }),
      { numRuns: 200 },
    );
  });

  it('R8 the seed decides between plans that are equally good', () => {
    const differs = fc.sample(usualSeason, { numRuns: 60, seed: 7 }).map((facts) => {
      const [one, two] = [1, 2].map((seed) => holdersOf({ ...facts, seed }).join());
      return one !== two;
    });
    expect(differs).toContain(true);
  });

  it('R2 R3 R5 R7 R9 R16 the checker finds nothing', () => {
    fc.assert(
      fc.property(comingAndGoing, (facts) => {
        expect(checkRota(facts, planRota(facts))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

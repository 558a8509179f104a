import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type RotaFacts, withMeeting } from '#app/domain/rota/facts.ts';
import { keepLedger, splitEvenly } from '#app/domain/rota/ledger.ts';
import { announced, anySeason, comingAndGoing, heldUntil, seasonOf, six } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const dues = (facts: RotaFacts) => keepLedger(facts).map((each) => [each.id, each.due]);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

describe('the ledger', () => {
  it('R2 splits any amount into whole parts that differ by at most one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60_000, max: 60_000 }),
        fc.integer({ min: 1, max: 30 }),
        (amount, parts) => {
          const split = splitEvenly(amount, parts);
          expect(total(split)).toBe(amount);
          expect(split.every(Number.isInteger)).toBe(true);
          expect(split[0]! - split.at(-1)!).toBeLessThanOrEqual(1);
          expect(split).toEqual(split.toSorted((a, b) => b - a));
        },
      ),
    );
  });

  it('R2 dues add up to 0 and shares to the turns done, whoever did them', () => {
    const doers = fc.array(fc.option(fc.nat({ max: 12 })), { minLength: 26, maxLength: 26 });
    fc.assert(
      fc.property(comingAndGoing, doers, fc.nat({ max: 26 }), (facts, chosen, count) => {
        const meetings = facts.meetings.map((each, at) => {
          const doer = chosen[at] ?? null;
          // The member numbered beyond the circle is a guest: nobody of the circle did it.
          const heldBy = doer === null ? null : (facts.members[doer]?.id ?? 'guest');
          return at < count ? { ...each, state: 'held' as const, heldBy } : each;
        });
        const ledger = keepLedger({ ...facts, meetings });
        expect(total(ledger.map((each) => each.due))).toBe(0);
        expect(total(ledger.map((each) => each.shares))).toBe(
          27_720 * total(ledger.map((each) => each.served)),
        );
        expect(total(ledger.map((each) => each.carried))).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('R5 with absences declared beforehand nobody is ever a whole turn ahead or behind', () => {
    fc.assert(
      fc.property(anySeason, fc.nat({ max: 26 }), (facts, count) => {
        const held = heldUntil(announced(facts), count);
        for (const { due } of keepLedger(held)) expect(Math.abs(due)).toBeLessThan(27_720);
      }),
      { numRuns: 300 },
    );
  });

  it('R4 who steps in has done a turn, the no-show still accrues a share', () => {
    const facts = withMeeting(announced(seasonOf(six, 12)), 1, {
      state: 'held',
      heldBy: 'Ben',
      missed: ['Ana'],
    });
    expect(dues(facts)[0]).toEqual(['Ana', 4620]);
    expect(dues(facts)[1]).toEqual(['Ben', 4620 - 27_720]);
  });

  it('R4 after both exchanged meetings are held the dues are those of the world without the exchange', () => {
    fc.assert(
      fc.property(anySeason, fc.nat({ max: 25 }), fc.nat({ max: 25 }), (season, a, b) => {
        const facts = heldUntil(announced(season), season.meetings.length);
        const first = facts.meetings[a % facts.meetings.length]!;
        const second = facts.meetings[b % facts.meetings.length]!;
        fc.pre(first.heldBy !== null && second.heldBy !== null);
        const half = withMeeting(facts, first.number, { heldBy: second.heldBy });
        const exchanged = withMeeting(half, second.number, { heldBy: first.heldBy });
        expect(dues(exchanged)).toEqual(dues(facts));
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type RotaFacts, withMeeting } from '#app/domain/rota/facts.ts';
import { keepLedger, splitEvenly } from '#app/domain/rota/ledger.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import {
  announced,
  anySeason,
  comingAndGoing,
  founder,
  heldUntil,
  letters,
  seasonOf,
  six,
} from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const dues = (facts: RotaFacts) => keepLedger(facts).map((each) => [each.id, each.due]);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

function exampleThree(): RotaFacts {
  const start = announced(seasonOf(six, 12));
  const away = [3, 4].reduce((facts, number) => withMeeting(facts, number, { absent: ['Chi'] }), start);
  return heldUntil(announced(away), 4);
}

describe('worked example 3', () => {
  it('R2 after A B F D the dues are exact and add up to nothing', () => {
    expect(dues(exampleThree())).toEqual([
      ['Ana', -7392],
      ['Ben', -7392],
      ['Chi', 9240],
      ['Dev', -7392],
      ['Eva', 20328],
      ['Fay', -7392],
    ]);
  });

  it('R13 Ben leaves: his due is spread in whole units, one date is filled, nothing else moves', () => {
    const facts = exampleThree();
    const left = {
      ...facts,
      members: facts.members.map((each) => (each.id === 'Ben' ? { ...each, leftFrom: 5 } : each)),
    };
    expect(dues(left)).toEqual([
      ['Ana', -8870],
      ['Ben', 0],
      ['Chi', 7762],
      ['Dev', -8870],
      ['Eva', 18849],
      ['Fay', -8871],
    ]);
    expect(letters(planRota(facts))).toBe('A B F D E C A B C D E F');
    expect(letters(planRota(left))).toBe('A B F D E C A F C D E F');
  });
});

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

  it('R13 members who leave together hand on both dues; one whom nobody can inherit from keeps theirs', () => {
    const facts = exampleThree();
    const leave = (ids: string[]) => ({
      ...facts,
      members: facts.members.map((each) => (ids.includes(each.id) ? { ...each, leftFrom: 5 } : each)),
    });
    const two = keepLedger(leave(['Ben', 'Eva']));
    expect(two.map((each) => each.due)).toEqual([-4158, 0, 12_474, -4158, 0, -4158]);
    expect(total(keepLedger(leave(six)).map((each) => each.due))).toBe(0);
  });

  it('R14 a newcomer in their grace neither accrues nor inherits', () => {
    const facts = exampleThree();
    const gil = { ...founder('Gil', 6), joinedFrom: 5, grace: 1 };
    const members = [
      ...facts.members.map((each) => (each.id === 'Ben' ? { ...each, leftFrom: 5 } : each)),
      gil,
    ];
    expect(dues({ ...facts, members }).at(-1)).toEqual(['Gil', 0]);
    expect(dues({ ...facts, members })[0]).toEqual(['Ana', -8870]);
  });
});

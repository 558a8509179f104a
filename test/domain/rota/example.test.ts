/** The worked examples of docs/rota.md, output for output. */
import { describe, expect, it } from 'vitest';
import { type RotaFacts, withMeeting } from '#app/domain/rota/facts.ts';
import { keepLedger } from '#app/domain/rota/ledger.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { listUnfair } from './oracle.ts';
import { announced, founder, heldUntil, letters, seasonOf, six } from './season.ts';

const dues = (facts: RotaFacts) => keepLedger(facts).map((each) => [each.id, each.due]);
const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

const holdersOf = (facts: RotaFacts) => planRota(facts).meetings.map((each) => each.holder);

function exampleThree(): RotaFacts {
  const start = announced(seasonOf(six, 12));
  const away = [3, 4].reduce((facts, number) => withMeeting(facts, number, { absent: ['Chi'] }), start);
  return heldUntil(announced(away), 4);
}

describe('the worked examples', () => {
  it('R6 example 1: six people, twelve meetings, everyone attends', () => {
    expect(letters(planRota(seasonOf(six, 12)))).toBe('A B C D E F A B C D E F');
  });

  it('R5 example 2: Chi is away at 3 and 4, and only meetings 3 and 6 change', () => {
    const facts = announced(seasonOf(six, 12));
    for (const at of [2, 3]) facts.meetings[at]!.absent = ['Chi'];
    const plan = planRota(facts);
    expect(letters(plan)).toBe('A B F D E C A B C D E F');
    expect(plan.meetings.filter((each) => each.changedFrom !== null).map((each) => each.number)).toEqual([
      3, 6,
    ]);
    expect(listUnfair(facts, holdersOf(facts))).toEqual([]);
  });

  it('R5 example 4: three people whose shares come to two each', () => {
    const absent = ['', 'Chi', '', 'Ben', '', 'Ana'].map((away) => (away ? [away] : []));
    const facts = seasonOf(six.slice(0, 3), 6, absent);
    expect(letters(planRota(facts))).toBe('A B A C B C');
    expect(listUnfair(facts, holdersOf(facts))).toEqual([]);
  });
});

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

describe('a leaver after worked example 3', () => {
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

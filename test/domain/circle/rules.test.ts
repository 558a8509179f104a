import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acts,
  type CircleRules,
  mayArrange,
  mayChangeRules,
  mayDescribe,
  mayDo,
  mayRemove,
  ruleChoices,
  rulesOf,
  type Standing,
} from '#app/domain/circle/rules.ts';

const rule = fc.constantFrom(...ruleChoices);
const anyRules = fc.record({ invite: rule, plan: rule, remove: rule });
const anyAct = fc.constantFrom(...acts);
const members = fc.uniqueArray(fc.constantFrom('ana', 'ben', 'chi', 'dee', 'eli'), { minLength: 1 });
const anyStanding: fc.Arbitrary<Standing> = fc.record({
  actorId: fc.constantFrom('ana', 'ben', 'chi', 'dee', 'eli', 'stranger'),
  memberIds: members,
  nextFacilitatorId: fc.option(fc.constantFrom('ana', 'ben', 'chi', 'gone')),
});
const strict: CircleRules = { invite: 'facilitator', plan: 'facilitator', remove: 'facilitator' };
const table: Standing = { actorId: 'ana', memberIds: ['ana', 'ben', 'chi'], nextFacilitatorId: 'ben' };

test('R1 whoever is not a member may do nothing', () => {
  fc.assert(
    fc.property(anyRules, anyRules, anyAct, anyStanding, (rules, others, act, standing) => {
      fc.pre(!standing.memberIds.includes(standing.actorId));
      expect(mayDo(rules, act, standing)).toBe(false);
      expect(mayDescribe(standing)).toBe(false);
      expect(mayChangeRules(rules, others, standing)).toBe(false);
      for (const member of standing.memberIds) expect(mayRemove(rules, standing, member)).toBe(false);
    }),
  );
});

test('R2 under any-member every member may', () => {
  fc.assert(
    fc.property(anyRules, anyAct, anyStanding, (rules, act, standing) => {
      fc.pre(standing.memberIds.includes(standing.actorId));
      expect(mayDo({ ...rules, [act]: 'any-member' }, act, standing)).toBe(true);
    }),
  );
});

test('R3 under facilitator only the facilitator of the next meeting may', () => {
  expect(mayDo(strict, 'remove', table)).toBe(false);
  expect(mayDo(strict, 'remove', { ...table, actorId: 'ben' })).toBe(true);
});

test('R4 without a next meeting, or when its facilitator has gone, every member may', () => {
  expect(mayDo(strict, 'plan', { ...table, nextFacilitatorId: null })).toBe(true);
  expect(mayDo(strict, 'plan', { ...table, nextFacilitatorId: 'gone' })).toBe(true);
});

test('R4 there is always somebody who may act', () => {
  fc.assert(
    fc.property(anyRules, anyAct, anyStanding, (rules, act, standing) => {
      const able = standing.memberIds.filter((actorId) => mayDo(rules, act, { ...standing, actorId }));
      expect(able.length).toBeGreaterThan(0);
    }),
  );
});

test('R5 every member may change name and purpose', () => {
  for (const actorId of table.memberIds) expect(mayDescribe({ ...table, actorId })).toBe(true);
});

test('R6 a rule is changed by whoever it lets act', () => {
  const loose: CircleRules = { ...strict, remove: 'any-member' };
  expect(mayChangeRules(strict, loose, table)).toBe(false);
  expect(mayChangeRules(strict, loose, { ...table, actorId: 'ben' })).toBe(true);
  expect(mayChangeRules(loose, strict, table)).toBe(true);
  expect(mayChangeRules(strict, strict, table)).toBe(true);
});

test('R6 no run of changes gives anybody a power they did not have', () => {
  fc.assert(
    fc.property(anyRules, fc.array(anyRules), anyStanding, (start, wishes, standing) => {
      let rules = start;
      for (const wish of wishes) if (mayChangeRules(rules, wish, standing)) rules = wish;
      for (const act of acts)
        if (!mayDo(start, act, standing)) expect(mayDo(rules, act, standing)).toBe(false);
    }),
  );
});

test('R7 nobody removes themselves, nor somebody who is not a member', () => {
  fc.assert(
    fc.property(anyRules, anyStanding, (rules, standing) => {
      expect(mayRemove(rules, standing, standing.actorId)).toBe(false);
      expect(mayRemove(rules, standing, 'passer-by')).toBe(false);
    }),
  );
  expect(mayRemove(strict, { ...table, actorId: 'ben' }, 'ana')).toBe(true);
});

test('R8 size and time zone are changed by whoever may plan', () => {
  fc.assert(
    fc.property(anyRules, anyStanding, (rules, standing) => {
      expect(mayArrange(rules, standing)).toBe(mayDo(rules, 'plan', standing));
    }),
  );
  expect(mayArrange({ ...strict, invite: 'any-member', remove: 'any-member' }, table)).toBe(false);
});

test('the rules of a row', () => {
  const row = { invite_rule: 'any-member', plan_rule: 'facilitator', remove_rule: 'facilitator' };
  expect(rulesOf(row)).toEqual({ invite: 'any-member', plan: 'facilitator', remove: 'facilitator' });
});

import { describe, expect, it } from 'vitest';
import { checkRota } from '#app/domain/rota/check.ts';
import { withMeeting } from '#app/domain/rota/facts.ts';
import { cancelMeeting, holdMeeting } from '#app/domain/rota/happen.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { announced, confirmNext, founder, heldUntil, letters, seasonOf, six } from './season.ts';

const season = announced(seasonOf(six, 12));

describe('holding a meeting', () => {
  it('R4 held by the one announced, nothing changes', () => {
    const update = holdMeeting(season, 1, 'Ana', ['Fay']);
    expect(update.changes).toEqual([]);
    expect(update.facts.meetings[0]).toMatchObject({ state: 'held', heldBy: 'Ana', missed: ['Fay'] });
    expect(letters(update.plan)).toBe('A B C D E F A B C D E F');
  });

  it('R4 the understudy stepped in: they exchange dates, and the ledger knows who did it', () => {
    const facts = heldUntil(season, 2);
    expect(planRota(facts).meetings[2]!.line[0]).toBe('Dev');
    const update = holdMeeting(facts, 3, 'Dev', ['Chi']);
    expect(letters(update.plan)).toBe('A B D C E F A B C D E F');
    expect(update.changes).toEqual([
      { meeting: 4, from: 'Dev', to: 'Chi', reason: { code: 'swapped', with: 'Dev', meeting: 3 } },
    ]);
    expect(update.plan.ledger.map((each) => each.served)).toEqual([1, 1, 0, 1, 0, 0]);
    expect(update.plan.ledger[2]!.due).toBe(3 * 4620);
  });

  it('R4 the exchange is made even where the understudy was already confirmed for the next meeting', () => {
    const facts = confirmNext(heldUntil(season, 2), 2);
    const { plan, facts: after } = holdMeeting(facts, 3, 'Dev', ['Chi']);
    expect(letters(plan)).toBe('A B D C E F A B C D E F');
    expect(after.meetings[3]).toMatchObject({ state: 'confirmed', announced: 'Chi' });
  });

  it('R4 there is no exchange for a date that whoever owes cannot make', () => {
    const facts = withMeeting(heldUntil(season, 2), 4, { absent: ['Chi'] });
    const { plan } = holdMeeting(facts, 3, 'Dev', ['Chi']);
    expect(plan.meetings[3]!.holder).not.toBe('Chi');
    expect(plan.meetings.slice(4, 8).map((each) => each.holder)).toContain('Chi');
  });

  it('R9 what is held stays as it is', () => {
    const facts = heldUntil(season, 2);
    const nothing = { facts, plan: planRota(facts), changes: [] };
    expect(holdMeeting(facts, 1, 'Fay', [])).toEqual(nothing);
    expect(cancelMeeting(facts, 1)).toEqual(nothing);
  });

  it('R4 somebody else of the circle stepped in: whoever owes the turn gets it soon, and the plan is sound', () => {
    const update = holdMeeting(heldUntil(season, 2), 3, 'Ana', ['Chi', 'Dev']);
    expect(update.plan.ledger[0]!.served).toBe(2);
    const next = update.plan.meetings.find((each) => each.number > 3 && each.holder === 'Chi');
    expect(next!.number).toBeLessThanOrEqual(7);
    expect(checkRota(update.facts, update.plan)).toEqual([]);
  });

  it('R4 a guest did it: no share, no count, and the announced member is planned again', () => {
    const update = holdMeeting(season, 1, 'a-guest', []);
    expect(update.plan.ledger.map((each) => each.due)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(update.plan.meetings.slice(1, 7).map((each) => each.holder)).toContain('Ana');
  });
});

describe('a cancelled meeting', () => {
  it('R15 has no holder, no share and no count', () => {
    const { facts, plan, changes } = cancelMeeting(season, 3);
    expect(plan.meetings[2]).toEqual({ number: 3, holder: null, line: [], changedFrom: null });
    expect(changes[0]).toEqual({ meeting: 3, from: 'Chi', to: null, reason: { code: 'cancelled' } });
    expect(checkRota(facts, plan)).toEqual([]);
    const shares = planRota(heldUntil(facts, 12)).ledger.map((each) => each.shares);
    expect(shares).toEqual(six.map(() => 11 * 4620));
  });

  it('R15 its holder keeps the next one if they were confirmed', () => {
    const { plan, changes } = cancelMeeting(confirmNext(heldUntil(season, 2), 2), 3);
    expect(plan.meetings[3]!.holder).toBe('Chi');
    expect(changes).toContainEqual({
      meeting: 4,
      from: 'Dev',
      to: 'Chi',
      reason: { code: 'carried-over', meeting: 3 },
    });
  });

  it('R15 a confirmed holder who is away at the next one keeps the first one they can make, confirmed', () => {
    const facts = withMeeting(confirmNext(heldUntil(season, 2), 1), 4, { absent: ['Chi'] });
    const { plan, facts: after, changes } = cancelMeeting(facts, 3);
    expect(plan.meetings[3]!.holder).toBe('Dev');
    expect(after.meetings[4]).toMatchObject({ state: 'confirmed', announced: 'Chi' });
    expect(changes.find((each) => each.meeting === 5)!.reason).toEqual({ code: 'carried-over', meeting: 3 });
  });

  it('R15 its holder does not keep the next one if they were only planned for it', () => {
    const { plan } = cancelMeeting(season, 3);
    expect(plan.meetings[3]!.holder).toBe('Dev');
    expect(plan.meetings.slice(3, 7).map((each) => each.holder)).toContain('Chi');
  });

  it('R15 R14 does not count as attended for a newcomer', () => {
    const facts = {
      ...season,
      members: [...season.members, { ...founder('Gil', 6), joinedFrom: 4, grace: 1 }],
    };
    const held = heldUntil(announced(facts), 3);
    expect(planRota(held).meetings[4]!.line).toContain('Gil');
    expect(cancelMeeting(held, 4).plan.meetings[4]!.line).not.toContain('Gil');
  });
});

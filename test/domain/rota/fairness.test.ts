import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { declareAbsence } from '#app/domain/rota/absence.ts';
import { isOpen, type RotaFacts } from '#app/domain/rota/facts.ts';
import { summarizeFairness } from '#app/domain/rota/fairness.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { announced, anySeason, heldUntil, seasonOf, six, underWay } from './season.ts';

const season = announced(seasonOf(six, 12));

vi.setConfig({ testTimeout: 30_000 });

describe('the fairness of a season', () => {
  it('R5 shows what everyone did and will do beside their share', () => {
    const facts = heldUntil(declareAbsence(season, [3, 4], 'Chi').facts, 4);
    expect(summarizeFairness(facts, planRota(facts))[2]).toEqual({
      id: 'Chi',
      served: 0,
      ahead: 2,
      share: 9240,
      seasonShare: 9240 + 8 * 4620,
    });
  });

  it('R5 count and share of the whole season differ by less than one turn', () => {
    fc.assert(
      fc.property(anySeason, (facts) => {
        const summary = summarizeFairness(facts, planRota(facts));
        for (const { served, ahead, seasonShare } of summary) {
          expect(Math.abs((served + ahead) * 27_720 - seasonShare)).toBeLessThan(27_720);
        }
        const held = facts.meetings.filter((each) => each.absent.length < facts.members.length).length;
        expect(summary.reduce((sum, each) => sum + each.seasonShare, 0)).toBe(held * 27_720);
      }),
      { numRuns: 200 },
    );
  });

  it('R12 an absence never increases the share of whoever declares it', () => {
    fc.assert(
      fc.property(underWay, ({ facts, meeting, member }) => {
        const shareIn = (each: RotaFacts) =>
          summarizeFairness(each, planRota(each)).find(({ id }) => id === member)!.seasonShare;
        const { facts: after } = declareAbsence(facts, [meeting.number], member);
        const before = shareIn(facts);
        if (meeting.absent.includes(member)) expect(shareIn(after)).toBe(before);
        else expect(shareIn(after)).toBeLessThan(before);
      }),
      { numRuns: 300 },
    );
  });

  it('R12 whoever is away at all that is left gets no date, and their due stands still', () => {
    fc.assert(
      fc.property(underWay, ({ facts, member }) => {
        const open = facts.meetings.filter(isOpen).map((each) => each.number);
        const { facts: after, plan } = declareAbsence(facts, open, member);
        const dueIn = (each: RotaFacts) => planRota(each).ledger.find(({ id }) => id === member)!.due;
        expect(
          plan.meetings.filter(({ number, holder }) => holder === member && open.includes(number)),
        ).toEqual([]);
        expect(dueIn(heldUntil(after, after.meetings.length))).toBe(dueIn(facts));
      }),
      { numRuns: 150 },
    );
  });
});

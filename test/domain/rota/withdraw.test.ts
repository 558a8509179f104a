import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { declareAbsence, withdrawAbsence } from '#app/domain/rota/absence.ts';
import { checkRota } from '#app/domain/rota/check.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { announced, heldUntil, seasonOf, six, underWay } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('withdrawing an absence', () => {
  it('R11 restores exactly what was announced, so declaring and withdrawing is nothing', () => {
    fc.assert(
      fc.property(underWay, ({ facts, meeting, member }) => {
        for (const id of [meeting.announced ?? member, member]) {
          fc.pre(!meeting.absent.includes(id));
          const declared = declareAbsence(facts, [meeting.number], id);
          fc.pre(id === meeting.announced || declared.changes.length === 0);
          const back = withdrawAbsence(declared.facts, [meeting.number], id);
          expect(back.facts).toEqual(facts);
          expect(back.plan).toEqual(planRota(facts));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('R11 restores a whole stretch that was planned again', () => {
    const facts = announced(seasonOf(six, 12));
    const declared = declareAbsence(facts, [3, 4], 'Chi');
    const back = withdrawAbsence(declared.facts, [3, 4], 'Chi');
    expect(back.facts).toEqual(facts);
    expect(back.changes.map((each) => [each.meeting, each.from, each.to])).toEqual([
      [3, 'Fay', 'Chi'],
      [6, 'Chi', 'Fay'],
    ]);
    expect(back.changes[0]!.reason).toEqual({ code: 'back', member: 'Chi' });
  });

  it('R11 leaves the rest alone when going back has become unfair', () => {
    const declared = declareAbsence(announced(seasonOf(six, 12)), [3], 'Chi');
    const since = heldUntil(declareAbsence(declared.facts, [3], 'Dev').facts, 2);
    const back = withdrawAbsence(since, [3], 'Chi');
    expect(back.facts.meetings[2]!.absent).toEqual(['Dev']);
    expect(back.changes).toEqual([]);
    // Chi's date at 4 is no longer one in exchange for anything.
    expect(back.facts.meetings[3]).toMatchObject({ announced: 'Chi', instead: null });
    expect(checkRota(back.facts, back.plan)).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declareAbsence } from '#app/domain/rota/absence.ts';
import { announcePlan } from '#app/domain/rota/change.ts';
import { explainMeeting } from '#app/domain/rota/explain.ts';
import { type RotaFacts, withMeeting } from '#app/domain/rota/facts.ts';
import { holdMeeting } from '#app/domain/rota/happen.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { reasonText } from '#app/domain/rota/sentence.ts';
import { announced, anySeason, founder, heldUntil, seasonOf, six } from './season.ts';

const season = announced(seasonOf(six, 12));
const nameOf = (id: string) => id;
const reasonAt = (facts: RotaFacts, number: number) => explainMeeting(facts, planRota(facts), number);
const sentenceAt = (facts: RotaFacts, number: number) =>
  reasonText(reasonAt(facts, number), facts.role, nameOf);

describe('why somebody holds a meeting', () => {
  it('R17 it is their first turn, or their turn again', () => {
    expect(reasonAt(season, 3)).toEqual({ code: 'turn', member: 'Chi', turn: 1, waited: null });
    expect(sentenceAt(season, 3)).toBe('It is Chi’s first turn this season.');
    expect(reasonAt(season, 9)).toEqual({ code: 'turn', member: 'Chi', turn: 2, waited: 6 });
    expect(sentenceAt(season, 9)).toBe('It is Chi’s turn again, 6 meetings after the last one.');
  });

  it('R17 a cancelled meeting does not count as waiting', () => {
    const early = withMeeting(season, 5, { state: 'cancelled' });
    expect(reasonAt(early, 8)).toEqual({ code: 'turn', member: 'Ben', turn: 2, waited: 5 });
    expect(sentenceAt(early, 5)).toBe('This meeting is cancelled.');
  });

  it('R17 they stepped in for someone who is away, and that one holds another in exchange', () => {
    const { facts } = declareAbsence(season, [3], 'Chi');
    expect(reasonAt(facts, 3)).toEqual({ code: 'stepped-in-for', member: 'Dev', absent: 'Chi', held: false });
    expect(sentenceAt(facts, 3)).toBe('Dev leads this meeting because Chi is away.');
    expect(reasonAt(facts, 4)).toEqual({ code: 'swap-with', member: 'Chi', with: 'Dev', meeting: 3 });
    expect(sentenceAt(facts, 4)).toBe('Chi and Dev exchanged this meeting and meeting 3.');
    expect(sentenceAt(heldUntil(facts, 3), 3)).toBe('Dev led this meeting in place of Chi.');
  });

  it('R17 they stepped in on the spot', () => {
    const { facts } = holdMeeting(heldUntil(season, 2), 3, 'Dev', ['Chi']);
    expect(reasonAt(facts, 3)).toEqual({ code: 'stepped-in-for', member: 'Dev', absent: 'Chi', held: true });
    expect(reasonAt(facts, 4)).toEqual({ code: 'swap-with', member: 'Chi', with: 'Dev', meeting: 3 });
  });

  it('R17 the rota moved because of somebody’s absence', () => {
    const { facts } = declareAbsence(season, [3], 'Chi');
    const moved = withMeeting(facts, 7, { instead: { of: 'Fay', absent: 'Chi', meeting: 'm3' } });
    expect(reasonAt(moved, 7)).toEqual({ code: 'moved-for', member: 'Ana', absent: 'Chi', meeting: 3 });
    expect(sentenceAt(moved, 7)).toBe('Dates moved because Chi could not make meeting 3.');
  });

  it('R17 nobody else can, nobody can, nobody of the circle did', () => {
    const alone = seasonOf(six, 2, [six.slice(1), six]);
    expect(sentenceAt(alone, 1)).toBe('Ana leads this meeting because nobody else can.');
    expect(sentenceAt(alone, 2)).toBe('Nobody is free to lead this meeting yet.');
    const guest = withMeeting(season, 1, { state: 'held' });
    expect(sentenceAt(guest, 1)).toBe('Nobody from the circle led this meeting.');
  });

  it('R17 R14 it is a newcomer’s first turn', () => {
    const gil = { ...founder('Gil', 6), joinedFrom: 2, grace: 1 };
    const { facts, plan } = announcePlan({ ...heldUntil(season, 1), members: [...season.members, gil] });
    const number = plan.meetings.find((each) => each.holder === 'Gil')!.number;
    expect(reasonAt(facts, number)).toEqual({ code: 'newcomer-first-turn', member: 'Gil' });
    expect(sentenceAt(facts, number)).toBe('It is Gil’s first turn since joining.');
  });

  it('R17 the words follow the role', () => {
    const alone = { ...seasonOf(six, 1, [six.slice(1)]), role: 'note-taker' as const };
    expect(sentenceAt(alone, 1)).toBe('Ana takes notes at this meeting because nobody else can.');
    const nobody = { ...seasonOf(six, 1, [six]), role: 'timekeeper' as const };
    expect(sentenceAt(nobody, 1)).toBe('Nobody is free to keep time at this meeting yet.');
  });

  it('R17 every meeting of any season has a sentence', () => {
    fc.assert(
      fc.property(anySeason, (facts) => {
        const plan = planRota(facts);
        for (const { number, holder } of plan.meetings) {
          const sentence = reasonText(explainMeeting(facts, plan, number), facts.role, nameOf);
          expect(sentence).toMatch(/^[A-Zm].*\.$/);
          if (holder !== null) expect(sentence).toContain(holder);
        }
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { declareAbsence } from '#app/domain/rota/absence.ts';
import { announcePlan } from '#app/domain/rota/change.ts';
import { checkRota } from '#app/domain/rota/check.ts';
import { withMeeting } from '#app/domain/rota/facts.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { exchange } from './oracle.ts';
import { announced, heldUntil, letters, seasonOf, six, underWay, usualSeason } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe('declaring an absence', () => {
  it('R10 example: Chi slides to the next meeting, and only the two dates change', () => {
    const update = declareAbsence(announced(seasonOf(six, 12)), [3], 'Chi');
    expect(letters(update.plan)).toBe('A B D C E F A B C D E F');
    expect(update.changes).toEqual([
      { meeting: 3, from: 'Chi', to: 'Dev', reason: { code: 'away', member: 'Chi' } },
      { meeting: 4, from: 'Dev', to: 'Chi', reason: { code: 'swapped', with: 'Dev', meeting: 3 } },
    ]);
  });

  it('R10 example 2 at once: Chi is away at 3 and 4, and exchanges with Fay', () => {
    const update = declareAbsence(announced(seasonOf(six, 12)), [3, 4], 'Chi');
    expect(letters(update.plan)).toBe('A B F D E C A B C D E F');
    expect(update.changes.map((each) => each.meeting)).toEqual([3, 6]);
    expect(update.facts.meetings[3]!.absent).toEqual(['Chi']);
  });

  it('R10 the absentee no longer holds it, the plan is sound, and the preview is what the facts then say', () => {
    fc.assert(
      fc.property(underWay, ({ facts, meeting }) => {
        fc.pre(meeting.announced !== null);
        const { facts: after, plan, changes } = declareAbsence(facts, [meeting.number], meeting.announced!);
        expect(plan.meetings[meeting.number - 1]!.holder).not.toBe(meeting.announced);
        expect(planRota(after)).toEqual(plan);
        expect(checkRota(after, plan)).toEqual([]);
        expect(announcePlan(after).changes.filter((each) => each.from !== null)).toEqual([]);
        const differs = facts.meetings.filter((each, at) => each.announced !== after.meetings[at]!.announced);
        expect(changes.map((each) => each.meeting)).toEqual(differs.map((each) => each.number));
      }),
      { numRuns: 300 },
    );
  });

  it('R10 it is the first exchange with a later date that keeps all other dates, worked out the slow way', () => {
    fc.assert(
      fc.property(usualSeason, fc.nat(), (season, pick) => {
        const facts = announced(season);
        const hole = facts.meetings[pick % facts.meetings.length]!;
        fc.pre(hole.announced !== null);
        const away = withMeeting(facts, hole.number, { absent: [...hole.absent, hole.announced!] });
        const told = facts.meetings.map((each) => each.announced);
        const kept = told.flatMap((_, at) => {
          const exchanged = at >= hole.number ? exchange(away, told, hole.number - 1, at) : null;
          if (!exchanged) return [];
          const meetings = away.meetings.map((each, index) => ({ ...each, announced: exchanged[index]! }));
          const holders = planRota({ ...away, meetings }).meetings.map((each) => each.holder);
          return holders.join() === exchanged.join() ? [exchanged] : [];
        });
        fc.pre(kept.length > 0);
        const { facts: after } = declareAbsence(facts, [hole.number], hole.announced!);
        expect(after.meetings.map((each) => each.announced)).toEqual(kept[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('R10 where only some dates are announced, the others stay open', () => {
    const facts = announced(seasonOf(six, 12));
    const some = {
      ...facts,
      meetings: facts.meetings.map((each, at) => (at < 6 ? each : { ...each, announced: null })),
    };
    const { facts: after, changes } = declareAbsence(some, [6], 'Fay');
    expect(after.meetings.slice(6).map((each) => each.announced)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(after.meetings[5]!.announced).not.toBeNull();
    expect(changes.map((each) => each.meeting)).toEqual([6]);
  });

  it('R10 in a circle where everyone else attends, an assigned date moves at most two dates', () => {
    const sizes = fc.record({
      members: fc.integer({ min: 4, max: 10 }),
      rounds: fc.integer({ min: 2, max: 3 }),
    });
    fc.assert(
      fc.property(sizes, fc.nat(), ({ members, rounds }, pick) => {
        const ids = Array.from({ length: members }, (_, at) => `m${at}`);
        const facts = announced(seasonOf(ids, members * Math.min(rounds, members > 8 ? 2 : 3)));
        const meeting = facts.meetings[pick % facts.meetings.length]!;
        const { changes } = declareAbsence(facts, [meeting.number], meeting.announced!);
        expect(changes[0]!.from === meeting.announced || changes.at(-1)!.from === meeting.announced).toBe(
          true,
        );
        expect(changes.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 300 },
    );
  });

  it('R9 the absence of someone not assigned changes no held and no confirmed date', () => {
    fc.assert(
      fc.property(underWay, ({ facts, meeting, member }) => {
        fc.pre(meeting.announced !== member);
        const { facts: after } = declareAbsence(facts, [meeting.number], member);
        facts.meetings.forEach((each, at) => {
          if (each.state !== 'planned') expect(after.meetings[at]!.announced).toBe(each.announced);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('R9 a held meeting is left alone', () => {
    const facts = heldUntil(announced(seasonOf(six, 12)), 2);
    expect(declareAbsence(facts, [1, 2], 'Ana')).toEqual({ facts, plan: planRota(facts), changes: [] });
  });
});

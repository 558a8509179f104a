import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { declareAbsence, withdrawAbsence } from '#app/domain/rota/absence.ts';
import { announcePlan } from '#app/domain/rota/change.ts';
import { checkRota } from '#app/domain/rota/check.ts';
import { isOpen, type RotaFacts, withMeeting } from '#app/domain/rota/facts.ts';
import { summarizeFairness } from '#app/domain/rota/fairness.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { exchange } from './oracle.ts';
import { announced, confirmNext, heldUntil, letters, seasonOf, six, usualSeason } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** A season some of which is held, with the next two meetings confirmed, and one of those ahead. */
const underWay = fc
  .record({ season: usualSeason, held: fc.nat({ max: 20 }), pick: fc.nat(), who: fc.nat() })
  .map(({ season, held, pick, who }) => {
    const facts = confirmNext(heldUntil(announced(season), Math.min(held, season.meetings.length - 1)), 2);
    const open = facts.meetings.filter(isOpen);
    const meeting = open[pick % open.length]!;
    return { facts, meeting, member: facts.members[who % facts.members.length]!.id };
  });

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
    expect(checkRota(back.facts, back.plan)).toEqual([]);
  });
});

/** Seasons to test the rota with: the six of the worked examples, and any season that fast-check can think of. */
import fc from 'fast-check';
import { announcePlan } from '#app/domain/rota/change.ts';
import {
  isOpen,
  type RotaFacts,
  type RotaMeeting,
  type RotaMember,
  withMeeting,
} from '#app/domain/rota/facts.ts';
import type { RotaPlan } from '#app/domain/rota/plan.ts';

export const six = ['Ana', 'Ben', 'Chi', 'Dev', 'Eva', 'Fay'];

export function founder(id: string, order: number): RotaMember {
  return { id, order, joinedFrom: 1, grace: 0, leftFrom: null };
}

export function plannedMeeting(number: number, absent: string[] = []): RotaMeeting {
  return {
    number,
    id: `m${number}`,
    state: 'planned',
    absent,
    missed: [],
    heldBy: null,
    announced: null,
    instead: null,
  };
}

/** A season of founders in which nothing has been announced; `absent[k]` are those away at meeting k + 1. */
export function seasonOf(ids: string[], meetings: number, absent: string[][] = [], seed = 1): RotaFacts {
  return {
    role: 'facilitator',
    seed,
    members: ids.map(founder),
    meetings: Array.from({ length: meetings }, (_, at) => plannedMeeting(at + 1, absent[at] ?? [])),
  };
}

export function announced(facts: RotaFacts): RotaFacts {
  return announcePlan(facts).facts;
}

/** The same season after its first `count` meetings were held by those announced. */
export function heldUntil(facts: RotaFacts, count: number): RotaFacts {
  return facts.meetings
    .slice(0, count)
    .filter((each) => each.state !== 'cancelled')
    .reduce((sum, each) => withMeeting(sum, each.number, { state: 'held', heldBy: each.announced }), facts);
}

/** The first meetings were held by these members, whatever had been planned. */
export function heldBy(facts: RotaFacts, doers: string[]): RotaFacts {
  return doers.reduce((sum, doer, at) => withMeeting(sum, at + 1, { state: 'held', heldBy: doer }), facts);
}

/** The next `count` open meetings are confirmed. */
export function confirmNext(facts: RotaFacts, count: number): RotaFacts {
  return facts.meetings
    .filter(isOpen)
    .slice(0, count)
    .reduce((sum, each) => withMeeting(sum, each.number, { state: 'confirmed' }), facts);
}

/** The first letters of the holders, as the worked examples write them. */
export function letters(plan: RotaPlan): string {
  return plan.meetings.map((each) => each.holder?.[0] ?? '-').join(' ');
}

export type SeasonShape = {
  members: number;
  meetings: number;
  seed: number;
  /** Per meeting and member a number from 0 to 99; whoever is below `away` is absent. */
  away: number;
  cells: number[];
};

function buildSeason({ members, meetings, seed, away, cells }: SeasonShape): RotaFacts {
  const ids = Array.from({ length: members }, (_, at) => `member-${String(at + 1).padStart(2, '0')}`);
  const absent = Array.from({ length: meetings }, (_, at) =>
    ids.filter((_, member) => cells[at * 12 + member]! < away),
  );
  return seasonOf(ids, meetings, absent, seed);
}

type Sizes = { members: [number, number]; meetings: [number, number]; away: number[] };

/** Seasons of founders with absences declared beforehand. */
export function seasons({ members, meetings, away }: Sizes): fc.Arbitrary<RotaFacts> {
  return fc
    .record({
      members: fc.integer({ min: members[0], max: members[1] }),
      meetings: fc.integer({ min: meetings[0], max: meetings[1] }),
      seed: fc.nat(),
      away: fc.constantFrom(...away),
      cells: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 312, maxLength: 312 }),
    })
    .map(buildSeason);
}

export const anySeason = seasons({ members: [2, 12], meetings: [1, 26], away: [0, 10, 20, 35, 60] });
export const usualSeason = seasons({ members: [4, 10], meetings: [6, 24], away: [0, 10, 20, 35] });

/** Some members come later or leave early, all of it known before the season. */
export const comingAndGoing = fc
  .record({
    facts: anySeason,
    spans: fc.array(
      fc.record({
        joinedFrom: fc.integer({ min: 1, max: 20 }),
        grace: fc.integer({ min: 0, max: 1 }),
        stays: fc.option(fc.integer({ min: 1, max: 20 })),
      }),
      { maxLength: 6 },
    ),
  })
  .map(({ facts, spans }) => ({
    ...facts,
    members: facts.members.map((member, at) => {
      const span = at === 0 ? undefined : spans[at - 1];
      if (!span) return member;
      const { joinedFrom, grace, stays } = span;
      return { ...member, joinedFrom, grace, leftFrom: stays === null ? null : joinedFrom + stays };
    }),
  }));

/** A season some of which is held, with the next two meetings confirmed, and one of those ahead. */
export const underWay = fc
  .record({ season: usualSeason, held: fc.nat({ max: 20 }), pick: fc.nat(), who: fc.nat() })
  .map(({ season, held, pick, who }) => {
    const facts = confirmNext(heldUntil(announced(season), Math.min(held, season.meetings.length - 1)), 2);
    const open = facts.meetings.filter(isOpen);
    const meeting = open[pick % open.length]!;
    return { facts, meeting, member: facts.members[who % facts.members.length]!.id };
  });

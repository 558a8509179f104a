import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { planRota } from '#app/domain/rota/plan.ts';
import { dueAfter, eligibleAt, exchange, listUnfair } from './oracle.ts';
import { anySeason, seasonOf, seasons, six } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const linesOf = (facts: Parameters<typeof planRota>[0]) => planRota(facts).meetings.map((each) => each.line);

it('R16 the next holder is the understudy, then the highest due, ties in joining order', () => {
  const lines = linesOf(seasonOf(six, 12)).map((line) => line.map((id) => id[0]).join(''));
  expect(lines.slice(0, 3)).toEqual(['BCDEF', 'CDEFA', 'DEFAB']);
});

it('R16 when no exchange is legal, the line begins with the highest due', () => {
  // Fay's first turn closes at meeting 6, and everyone else has just had theirs.
  const lines = linesOf(seasonOf(six, 12)).map((line) => line.map((id) => id[0]).join(''));
  expect(lines[5]).toBe('ABCDE');
});

it('R16 R7 the next holder is passed over where the exchange would give them two in a row', () => {
  const plan = planRota(seasonOf(six.slice(0, 3), 9, [[], ['Ben']]));
  expect(plan.meetings.map((each) => each.holder?.[0]).join('')).toBe('ACBACABCA');
  // Ana holds 6, but also 4, so she is not Chi's understudy at 5.
  expect(plan.meetings[4]!.line).toEqual(['Ben', 'Ana']);
});

it('R16 is everyone else eligible, each of them once', () => {
  fc.assert(
    fc.property(anySeason, (facts) => {
      planRota(facts).meetings.forEach(({ holder, line }, at) => {
        expect(line.toSorted()).toEqual(
          eligibleAt(facts, at + 1)
            .filter((id) => id !== holder)
            .toSorted(),
        );
      });
    }),
    { numRuns: 200 },
  );
});

it('R16 begins with the next legal exchange, and goes on by due, worked out the slow way', () => {
  const circles = seasons({ members: [3, 7], meetings: [4, 14], away: [0, 10, 20, 35] });
  fc.assert(
    fc.property(circles, (facts) => {
      const { meetings } = planRota(facts);
      const holders = meetings.map((each) => each.holder);
      meetings.forEach(({ line }, at) => {
        const next = holders.findIndex((_, other) => {
          const exchanged = other > at ? exchange(facts, holders, at, other) : null;
          return exchanged !== null && listUnfair(facts, exchanged).length === 0;
        });
        const due = dueAfter(facts, holders.slice(0, at));
        const rank = (id: string) => (next >= 0 && id === holders[next] ? 1e9 : due.get(id)!);
        const order = facts.members.map((each) => each.id).filter((id) => line.includes(id));
        expect(line).toEqual(order.toSorted((a, b) => rank(b) - rank(a)));
      });
    }),
    { numRuns: 150 },
  );
});

/** The search for holders, held against trying everything. */
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { checkRota } from '#app/domain/rota/check.ts';
import { lookAhead } from '#app/domain/rota/horizon.ts';
import { planRota } from '#app/domain/rota/plan.ts';
import { measureUnfairness } from '#app/domain/rota/price.ts';
import { cureRepeat, listRepeats } from '#app/domain/rota/repeat.ts';
import { chooseHolders, leastUnfairness } from '#app/domain/rota/search.ts';
import { listTurns } from '#app/domain/rota/turns.ts';
import { heldBy, seasons, usualSeason } from './season.ts';

// Properties are given time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

it('R7 after a search that ran out of nodes, one other choice of holder still cures what it can', () => {
  const seasonsOfFew = seasons({ members: [4, 4], meetings: [22, 26], away: [60] });
  for (const facts of fc.sample(seasonsOfFew, { numRuns: 400, seed: 11 })) {
    expect(checkRota(facts, planRota(facts))).toEqual([]);
  }
});

it('R7 the cure of two in a row is the least unfair one', () => {
  fc.assert(
    fc.property(usualSeason, fc.nat(), (facts, pick) => {
      const horizon = lookAhead(facts);
      const turns = listTurns(horizon);
      const planned = chooseHolders(horizon);
      const row = 1 + (pick % Math.max(1, planned.length - 1));
      fc.pre(row < planned.length && horizon.choice[row]![planned[row - 1]!] === true);
      const holders = planned.with(row, planned[row - 1]!);
      const repeat = listRepeats(horizon, holders).find((each) => each.rows.includes(row))!;
      fc.pre(repeat !== undefined);
      const cured = cureRepeat(horizon, turns, holders, repeat, Number.POSITIVE_INFINITY);
      // The plan itself is one way to cure it, and keeps every window.
      if (listRepeats(horizon, planned).length < listRepeats(horizon, holders).length) {
        expect(measureUnfairness(horizon, turns, cured!)).toBe(measureUnfairness(horizon, turns, planned));
      }
    }),
    { numRuns: 200 },
  );
});

it('R5 the planner finds the least unfairness there is, compared with trying every choice of holders', () => {
  const circles = seasons({ members: [2, 4], meetings: [2, 9], away: [0, 20, 35] });
  const picks = fc.array(fc.nat({ max: 3 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(circles, picks, (season, chosen) => {
      const held = Math.max(0, season.meetings.length - 5);
      const doers = chosen.slice(0, held).map((at) => season.members[at % season.members.length]!.id);
      const horizon = lookAhead(heldBy(season, doers));
      const turns = listTurns(horizon);
      const walk = (row: number, holders: number[]): number =>
        row === horizon.rows.length
          ? measureUnfairness(horizon, turns, holders)
          : Math.min(
              ...horizon.choice[row]!.map((may, id) => (may ? walk(row + 1, [...holders, id]) : 1e15)),
            );
      expect(leastUnfairness(horizon)).toBe(walk(0, []));
    }),
    { numRuns: 150 },
  );
});

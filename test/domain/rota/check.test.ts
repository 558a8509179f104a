import { describe, expect, it } from 'vitest';
import { checkRota } from '#app/domain/rota/check.ts';
import { planRota, type RotaPlan } from '#app/domain/rota/plan.ts';
import { announced, confirmNext, heldUntil, seasonOf, six } from './season.ts';

const facts = confirmNext(heldUntil(announced(seasonOf(six, 12)), 3), 2);
const plan = planRota(facts);

/** The plan with the holder of one meeting replaced, and its line and notice to match. */
function withHolder(number: number, holder: string | null): RotaPlan {
  const { announced: told } = facts.meetings[number - 1]!;
  const line = six.filter((id) => id !== holder);
  const changedFrom = told === holder ? null : told;
  return {
    ...plan,
    meetings: plan.meetings.map((each) =>
      each.number === number ? { ...each, holder, line, changedFrom } : each,
    ),
  };
}

describe('the checker', () => {
  it('R3 finds nothing in a sound plan', () => {
    expect(checkRota(facts, plan)).toEqual([]);
  });

  it('R3 sees a meeting without a holder, and a holder who is not eligible', () => {
    expect(checkRota(facts, withHolder(8, null))).toContainEqual({ rule: 'R3', meeting: 8 });
    expect(checkRota(facts, withHolder(8, 'Zoe'))).toContainEqual({ rule: 'R3', meeting: 8 });
    expect(checkRota(facts, { ...plan, meetings: plan.meetings.slice(1) })[0]!.rule).toBe('R3');
  });

  it('R9 sees a held and a confirmed meeting that changed, and a change that was not said', () => {
    expect(checkRota(facts, withHolder(2, 'Fay'))).toContainEqual({ rule: 'R9', meeting: 2 });
    expect(checkRota(facts, withHolder(4, 'Fay'))).toContainEqual({ rule: 'R9', meeting: 4 });
    const silent = withHolder(8, 'Chi');
    silent.meetings[7]!.changedFrom = null;
    expect(checkRota(facts, silent)).toContainEqual({ rule: 'R9', meeting: 8 });
  });

  it('R2 sees a ledger that lost a unit, one that made a unit up, and shares without a meeting', () => {
    const changed = (fields: object) => ({
      ...plan,
      ledger: plan.ledger.map((each, at) => (at === 0 ? { ...each, ...fields } : each)),
    });
    const [ana] = plan.ledger;
    for (const fields of [
      { due: ana!.due + 1 },
      { due: ana!.due - 1, shares: ana!.shares - 1 },
      { shares: ana!.shares + 1, carried: -1 },
      { due: ana!.due + 0.5, carried: 0.5 },
    ]) {
      expect(checkRota(facts, changed(fields))).toEqual([{ rule: 'R2', meeting: null }]);
    }
  });

  it('R5 sees a turn outside its window', () => {
    expect(checkRota(facts, withHolder(9, 'Ben'))).toContainEqual({ rule: 'R5', meeting: null });
    expect(checkRota(facts, withHolder(6, 'Ana'))).toContainEqual({ rule: 'R5', meeting: null });
  });

  it('R7 sees two meetings in a row that another holder would avoid', () => {
    // Two founders and ten meetings: A B A B …; with B at 3 as well the bound of R5 is broken, so only R7 can tell
    // in a season whose past already broke it.
    const pair = heldUntil(announced(seasonOf(['Ana', 'Ben', 'Chi'], 9)), 3);
    const owing = {
      ...pair,
      meetings: pair.meetings.map((each, at) => (at < 3 ? { ...each, heldBy: 'Ana' } : each)),
    };
    const now = planRota(owing);
    expect(checkRota(owing, now).filter((each) => each.rule === 'R7')).toEqual([]);
    const twice = {
      ...now,
      meetings: now.meetings.map((each) => (each.number === 5 ? { ...now.meetings[3]!, number: 5 } : each)),
    };
    expect(checkRota(owing, twice)).toContainEqual({ rule: 'R7', meeting: 5 });
  });

  it('R15 sees a cancelled meeting with a holder', () => {
    const meetings = facts.meetings.map((each) =>
      each.number === 8 ? { ...each, state: 'cancelled' as const } : each,
    );
    const off = { ...facts, meetings };
    expect(checkRota(off, planRota(off))).toEqual([]);
    expect(checkRota(off, plan)).toContainEqual({ rule: 'R15', meeting: 8 });
  });

  it('R16 sees a line that leaves somebody out or names the holder', () => {
    const short = structuredClone(plan);
    short.meetings[6]!.line.pop();
    expect(checkRota(facts, short)).toEqual([{ rule: 'R16', meeting: 7 }]);
    const own = structuredClone(plan);
    own.meetings[6]!.line.push(own.meetings[6]!.holder!);
    expect(checkRota(facts, own)).toEqual([{ rule: 'R16', meeting: 7 }]);
  });
});

// One judgement out of those of a run's rooms.
import type { Judgement } from './judge.ts';

/** Adds them up; what is about the whole run is found in each of them and said once. */
export function mergeJudgements(judgements: readonly Judgement[]): Judgement {
  const sum = (part: 'commands' | 'acknowledged' | 'retried' | 'events' | 'seen' | 'noted') =>
    judgements.reduce((total, one) => total + one[part], 0);
  const worst = (part: 'p50' | 'p99' | 'most') => Math.max(...judgements.map(({ lag }) => lag[part]));
  const violations = judgements.flatMap((one) => one.violations);
  const said = new Map(violations.map((one) => [`${one.wrong} ${one.what}`, one]));
  return {
    violations: [...said.values()],
    commands: sum('commands'),
    acknowledged: sum('acknowledged'),
    retried: sum('retried'),
    events: sum('events'),
    seen: sum('seen'),
    noted: sum('noted'),
    faults: judgements[0]?.faults ?? 0,
    settledMs: judgements[0]?.settledMs ?? null,
    lag: { p50: worst('p50'), p99: worst('p99'), most: worst('most') },
  };
}

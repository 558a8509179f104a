// Adds up what runs came to, and says it.
import type { Judgement } from './judge.ts';
import { type Violation, wrongs } from './verdict.ts';

/** A part of what was asked for: how it went, in one sentence. */
export type Part = { good: boolean; sentence: string };

/** Progress goes to the error stream, so that the last line of the other is the result. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function openTally() {
  const runs: Judgement[] = [];
  const fallen: Violation[] = [];
  const sum = (part: 'commands' | 'acknowledged' | 'retried' | 'seen' | 'noted' | 'faults') =>
    runs.reduce((total, run) => total + run[part], 0);
  const worst = (part: 'p99' | 'most') => Math.max(0, ...runs.map(({ lag }) => lag[part]));
  return {
    add: (run: Judgement) => void runs.push(run),
    /** A run that came to no judgement. */
    fail(what: string): void {
      say(`   died: ${what}`);
      fallen.push({ wrong: 'died', what });
    },
    sum(title: string): Part {
      const violations = [...fallen, ...runs.flatMap((run) => run.violations)];
      const rests = runs.flatMap(({ settledMs }) => settledMs ?? []).sort((a, b) => a - b);
      const found = wrongs.map(
        (wrong) => `${violations.filter((one) => one.wrong === wrong).length} ${wrong}`,
      );
      const figures = [
        `${sum('faults')} faults`,
        `${sum('commands')} commands`,
        `${sum('acknowledged')} acknowledged`,
        `${sum('retried')} sent more than once`,
        `${sum('seen')} events seen`,
        `${sum('noted')} words written into notes`,
        `from the first screen to the last within ${worst('p99')} ms for 99 of 100 events (slowest ${worst('most')})`,
        `at rest ${rests[Math.floor(rests.length / 2)] ?? '?'} ms after the last fault (median; slowest ${rests.at(-1) ?? '?'})`,
      ];
      return {
        good: violations.length === 0 && runs.length > 0,
        sentence: `${title}: ${figures.join(', ')}; ${found.join(', ')}.`,
      };
    },
  };
}

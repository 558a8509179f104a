// Says how a benchmark went: progress on stderr, the result last on stdout.
import type { BenchOptions } from './bench-options.ts';
import type { Figures, Summary } from './figures.ts';
import { type Cores, describeMachine } from './machine.ts';

export function progress(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

/** Prints the result: one line of JSON, or a table for people. */
export function report(
  bench: string,
  { json, short, rounds }: BenchOptions,
  figures: Figures,
  cores: Cores,
): void {
  const summaries = figures.summaries();
  if (!json) {
    for (const figure of summaries) process.stdout.write(`${asLine(figure)}\n`);
    return;
  }
  const result = {
    bench,
    machine: describeMachine(cores),
    runs: rounds,
    ...(short ? { short } : {}),
    figures: summaries,
  };
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

function asLine({ name, median, min, max, unit, goal, met }: Summary): string {
  const verdict = goal ? `  ${goal}  ${met ? 'met' : 'NOT MET'}` : '';
  return `${name.padEnd(34)} ${String(median).padStart(10)} ${unit}  (${min} to ${max})${verdict}`;
}

// What a benchmark is asked on its command line.
import { parseArgs } from 'node:util';

export type BenchOptions = {
  /** Ends with one line of JSON instead of a table. */
  json: boolean;
  /** A run of seconds that finds crashes and says nothing about speed. */
  short: boolean;
  rounds: number;
  /** Whether this part of the benchmark is wanted. */
  wants: (part: string) => boolean;
};

/**
 * Reads `--json --short --rounds N --only a,b`; throws a RangeError in words for a part that does not exist.
 * `usualRounds` is how many there are when none are asked for.
 */
export function readOptions(parts: readonly string[], { usualRounds = 5 } = {}): BenchOptions {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      json: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? parts;
  const unknown = only.filter((part) => !parts.includes(part));
  if (unknown.length > 0)
    throw new RangeError(`There is no ${unknown.join(', ')}; there is ${parts.join(', ')}.`);
  const rounds = Number(values.rounds ?? (values.short ? 1 : usualRounds));
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError('--rounds takes a whole number from 1.');
  return { json: values.json, short: values.short, rounds, wants: (part) => only.includes(part) };
}

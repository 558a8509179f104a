// Every suite of `npm test`, in order: quick ones first, so that a slip is known early.

/** `counts` says how a suite's result is read: a report in JSON, or its exit code as one check. */
export type Suite = { name: string; command: string[]; counts: 'exit' | 'vitest' | 'playwright' };

const vitest = (project: string): Suite => ({
  name: project,
  command: ['vitest', 'run', '--project', project],
  counts: 'vitest',
});

export const suites: readonly Suite[] = [
  { name: 'types', command: ['tsc', '--noEmit'], counts: 'exit' },
  { name: 'lint', command: ['biome', 'ci'], counts: 'exit' },
  { name: 'unused', command: ['knip'], counts: 'exit' },
  vitest('house'),
  vitest('domain'),
  vitest('db'),
  vitest('server'),
  { name: 'build', command: ['remix', 'vite:build'], counts: 'exit' },
  { name: 'weight', command: ['size-limit'], counts: 'exit' },
  vitest('live'),
  vitest('routes'),
  vitest('fuzz'),
  { name: 'bench', command: ['node', 'test/bench/room.ts', '--short'], counts: 'exit' },
  { name: 'bench notes', command: ['node', 'test/bench/notes.ts', '--short'], counts: 'exit' },
  { name: 'bench processes', command: ['node', 'test/bench/processes.ts', '--short'], counts: 'exit' },
  { name: 'bench years', command: ['node', 'test/bench/years.ts', '--short'], counts: 'exit' },
  {
    name: 'faults',
    command: [
      'node',
      ...'test/faults/faults.ts --with-mutants --seed 1 --runs 14 --jobs 2 --patience 15000'.split(' '),
    ],
    counts: 'exit',
  },
  { name: 'journeys', command: ['playwright', 'test'], counts: 'playwright' },
];

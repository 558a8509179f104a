// `npm run bench:room -- --json`: our room against servers that store nothing, and against a naive one that does.

import { readOptions } from './bench-options.ts';
import { startDurableDatabase } from './durable-database.ts';
import { openFigures } from './figures.ts';
import { chooseCores } from './machine.ts';
import { report } from './report.ts';
import { openContest } from './room/contest.ts';
import { parts } from './room/parts.ts';

const options = readOptions(Object.keys(parts));
const cores = chooseCores();
const figures = openFigures();
const database = await startDurableDatabase(cores?.database ?? null);
const contest = openContest({ cores, database: database.url, options, figures });
try {
  for (const [name, run] of Object.entries(parts)) if (options.wants(name)) await run(contest);
  // A goal that is not reached is said and no failure; what is lost is a failure where it is looked for, in CI.
  if (!contest.reportFaults() && options.short) process.exitCode = 1;
} finally {
  await contest.close();
  await database.stop();
}
report('room', options, figures, cores);

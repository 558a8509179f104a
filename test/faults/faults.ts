// `npm run faults`: seeded runs of a real meeting on real processes and a real database, with everything going wrong, each
// judged by a separate checker. The last line is one sentence with counts; any violation, and any mutant that nobody
// noticed, makes the exit code 1.
import { installBrowserStorage } from './browser-storage.ts';
import { catchMutants } from './catch-mutants.ts';
import { holdDrill } from './drill.ts';
import { holdRuns } from './hold-runs.ts';
import { readWishes } from './wishes.ts';

installBrowserStorage();
const wishes = readWishes(process.argv.slice(2));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const parts = [];
if (wishes.withMutants || wishes.onlyMutants) parts.push(await catchMutants(wishes));
if (wishes.drill) parts.push(await holdDrill(wishes));
else if (!wishes.onlyMutants) parts.push(await holdRuns(wishes));

process.stdout.write(`${parts.map(({ sentence }) => sentence).join(' ')}\n`);
process.exit(parts.every(({ good }) => good) ? 0 : 1);

// `npm test`: runs every suite, then prints what failed, each one's counts, and the sum of all. `npm test -- domain db` runs some.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Counts, readCounts } from './counts.ts';
import { readFailures } from './failures.ts';
import { type Suite, suites } from './suites.ts';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no suite called ${unknown.join(', ')}. There are: ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

const reports = mkdtempSync(path.join(tmpdir(), 'rondo-reports-'));
const results: { name: string; counts: Counts; seconds: number; failures: string[] }[] = [];
for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  process.stdout.write(`\n── ${suite.name}\n`);
  const report = path.join(reports, `${suite.name}.json`);
  const began = performance.now();
  const exitCode = await run(suite, report);
  const counts = readCounts(suite, exitCode, report);
  const seconds = Math.round((performance.now() - began) / 1000);
  results.push({ name: suite.name, counts, seconds, failures: readFailures(suite, report) });
}
rmSync(reports, { recursive: true, force: true });

const sum = (part: keyof Counts) => results.reduce((total, { counts }) => total + counts[part], 0);
for (const failure of results.flatMap(({ failures }) => failures))
  process.stdout.write(`\nfailed: ${failure}\n`);
process.stdout.write('\n');
for (const { name, counts, seconds } of results) {
  process.stdout.write(`${name}: ${say(counts)} (${seconds} s)\n`);
}
process.stdout.write(`\n${say({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}\n`);
process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;

function say({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function run(suite: Suite, report: string): Promise<number> {
  const [command = '', ...args] = suite.command;
  const reporters =
    suite.counts === 'vitest' ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : [];
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const child = spawn(path.join('node_modules', '.bin', command), [...args, ...reporters], {
    stdio: 'inherit',
    env,
  });
  return new Promise((settle) => {
    child.once('error', () => settle(1));
    child.once('exit', (code) => settle(code ?? 1));
  });
}

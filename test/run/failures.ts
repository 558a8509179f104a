// Which tests failed and why, said once more after the sums: in a long log the place where it happened is far away.
import { readFileSync } from 'node:fs';
import type { Suite } from './suites.ts';

type VitestReport = {
  testResults: {
    name: string;
    message: string;
    status: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
};
type PlaywrightSuite = {
  specs: { title: string; file: string; tests: { results: { error?: { message?: string } }[] }[] }[];
  suites?: PlaywrightSuite[];
};

const LONGEST_REASON = 1_500;

/** A paragraph for each test that failed in this suite, from its runner's report; none where there is no report. */
export function readFailures(suite: Suite, report: string): string[] {
  if (suite.counts === 'exit') return [];
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'));
    return suite.counts === 'vitest' ? ofVitest(read) : read.suites.flatMap(ofPlaywright);
  } catch {
    return [];
  }
}

function ofVitest({ testResults }: VitestReport): string[] {
  return testResults.flatMap((file) => {
    const tests = file.assertionResults
      .filter(({ status }) => status === 'failed')
      .map((one) => paragraph(file.name, one.fullName, one.failureMessages.join('\n')));
    const none = tests.length === 0 && file.status === 'failed';
    return none ? [paragraph(file.name, 'the file itself', file.message)] : tests;
  });
}

function ofPlaywright({ specs, suites = [] }: PlaywrightSuite): string[] {
  const own = specs.flatMap(({ title, file, tests }) => {
    const reasons = tests.flatMap(({ results }) => results.flatMap(({ error }) => error?.message ?? []));
    return reasons.length > 0 ? [paragraph(file, title, reasons.join('\n'))] : [];
  });
  return [...own, ...suites.flatMap(ofPlaywright)];
}

function paragraph(file: string, title: string, reason: string): string {
  const place = file.replace(`${process.cwd()}/`, '');
  return `${place} › ${title}\n${reason.slice(0, LONGEST_REASON)}`;
}

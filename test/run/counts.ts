// Reads what the test runners report, so that the last line adds up to what really ran.
import { readFileSync } from 'node:fs';
import type { Suite } from './suites.ts';

export type Counts = { passed: number; failed: number; skipped: number };

/** What a suite came to. A runner that wrote no report has failed, whatever its exit code said. */
export function readCounts(suite: Suite, exitCode: number, report: string): Counts {
  if (suite.counts === 'exit') return one(exitCode === 0);
  try {
    const counts = suite.counts === 'vitest' ? ofVitest(report) : ofPlaywright(report);
    return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch {
    return one(false);
  }
}

function one(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function ofVitest(report: string): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

function ofPlaywright(report: string): Counts {
  const { stats } = JSON.parse(readFileSync(report, 'utf8'));
  // A test that only passed when it was tried again counts as failed: its cause is to be found.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

import { existsSync, readFileSync } from 'node:fs';

export interface Count {
  passed: number;
  failed: number;
}

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

export function add(one: Count, other: Count): Count {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** Counts the tests in a Vitest JSON report. A run that failed never counts as free of failures, whatever it reports. */
export function readReport(file: string, succeeded: boolean): Count {
  if (!existsSync(file)) return { passed: 0, failed: succeeded ? 0 : 1 };
  return countTests(JSON.parse(readFileSync(file, 'utf8')) as Report, succeeded);
}

export function countTests(report: Report, succeeded: boolean): Count {
  // A file that could not be loaded has no tests to count, and is a failure all the same.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = report.numFailedTests + broken.length;
  return { passed: report.numPassedTests, failed: succeeded ? failed : Math.max(failed, 1) };
}

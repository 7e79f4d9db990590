import { expect, test } from 'vitest';
import { countTests, readReport } from './test-report.ts';

const passedFile = { status: 'passed', assertionResults: [{}, {}] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('tests are counted', () => {
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [passedFile] };
  expect(countTests(report, true)).toEqual({ passed: 2, failed: 0 });
});

test('a file that could not be loaded is one failure', () => {
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [passedFile, brokenFile] };
  expect(countTests(report, false)).toEqual({ passed: 2, failed: 1 });
});

test('a run that failed is a failure, though no test was', () => {
  const report = { numPassedTests: 2, numFailedTests: 0, testResults: [passedFile] };
  expect(countTests(report, false)).toEqual({ passed: 2, failed: 1 });
  expect(readReport('no such file', false)).toEqual({ passed: 0, failed: 1 });
});

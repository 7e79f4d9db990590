import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './browser.ts';
import { add, readReport, type Count } from './test-report.ts';

// npm test: every check there is, cheapest first, all of them even if one fails, and one line at the end.
// Types, lint, formatting and the build count as one test each.

const reports = mkdtempSync(join(tmpdir(), 'gatewalk-tests-'));

const stages: { title: string; run: () => Count }[] = [
  { title: 'Types', run: () => check('npm', ['run', '-s', 'check']) },
  { title: 'Lint', run: () => check('npm', ['run', '-s', 'lint']) },
  { title: 'Formatting', run: () => check('npx', ['prettier', '--check', '--log-level', 'warn', '.']) },
  { title: 'Unit tests', run: () => tests('unit') },
  { title: 'Build', run: () => check('npm', ['run', '-s', 'build']) },
  { title: 'Component tests in the browser', run: () => tests('browser') },
  { title: 'Journeys through the built site', run: () => tests('journeys') },
];

function check(command: string, words: string[]): Count {
  return run(command, words) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function tests(project: string): Count {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const succeeded = run('npx', ['vitest', 'run', '--project', project, '--passWithNoTests', ...reporters]);
  return readReport(report, succeeded);
}

function run(command: string, words: string[]): boolean {
  // On Windows npm and npx are scripts, which only a shell can start.
  return spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

try {
  requireBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

let total: Count = { passed: 0, failed: 0 };
for (const { title, run: runStage } of stages) {
  console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}`);
  const start = Date.now();
  const count = runStage();
  total = add(total, count);
  const seconds = Math.round((Date.now() - start) / 1000);
  console.log(`${title}: ${count.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
}
rmSync(reports, { recursive: true });

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './browser.ts';
import { add, readReport, type Count } from './test-report.ts';

// npm test: every check there is, cheapest first, all of them even if one fails, and one line at the end.
// Types, lint, formatting and the build count as one test each.

const reports = mkdtempSync(join(tmpdir(), 'gatewalk-tests-'));

interface Stage {
  readonly title: string;
  /** What is said meanwhile goes to `output`: straight to the terminal, or kept. */
  run(output: 'inherit' | 'pipe'): Promise<Count & { said: string }>;
}

/** One after the other; those in one line have a core each: the first is heard at once, the other when both are done. */
const stages: readonly (readonly Stage[])[] = [
  // First, for they make what the linter reads.
  [check('Types', 'npm run -s check')],
  [tests('Unit tests', 'unit*'), check('Formatting', 'npx prettier --check --log-level warn .')],
  [check('Build', 'npm run -s build')],
  // The page that tests components has one core busy.
  [tests('Component tests in the browser', 'browser'), check('Lint', 'npm run -s lint')],
  [tests('Journeys through the built site', 'journeys')],
];

function check(title: string, command: string): Stage {
  return {
    title,
    async run(output) {
      const { succeeded, said } = await execute(command, output);
      return succeeded ? { passed: 1, failed: 0, said } : { passed: 0, failed: 1, said };
    },
  };
}

function tests(title: string, project: string): Stage {
  const report = join(reports, `${title}.json`);
  const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
  return {
    title,
    async run(output) {
      const { succeeded, said } = await execute(
        `npx vitest run --project "${project}" --passWithNoTests ${reporters}`,
        output,
      );
      return { ...readReport(report, succeeded), said };
    },
  };
}

async function execute(command: string, output: 'inherit' | 'pipe') {
  // In a shell: on Windows npm and npx are scripts, which nothing else can start.
  const child = spawn(command, { stdio: ['inherit', output, output], shell: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { succeeded: code === 0, said };
}

try {
  requireBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

let total: Count = { passed: 0, failed: 0 };
for (const line of stages) {
  const title = line.map((stage) => stage.title).join(' · ');
  console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}`);
  const ends = await Promise.all(
    line.map(async (stage, place) => {
      const start = Date.now();
      const { said, ...count } = await stage.run(place === 0 ? 'inherit' : 'pipe');
      const verdict = count.failed === 0 ? 'passed' : 'FAILED';
      return { said: `${said}${stage.title}: ${verdict} in ${Math.round((Date.now() - start) / 1000)} s\n`, count };
    }),
  );
  for (const { said, count } of ends) {
    process.stdout.write(said);
    total = add(total, count);
  }
}
rmSync(reports, { recursive: true });

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

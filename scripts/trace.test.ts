import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { faultyFiles, modelWith, rightModel } from '#lib/cells/model-file/faulty-files.ts';
import { packedCells } from '#lib/cells/model-file/packing.ts';

vi.setConfig({ testTimeout: 30_000 });

const script = resolve('scripts/trace.ts');
const loader = import.meta.resolve('tsx');
const folder = mkdtempSync(join(tmpdir(), 'gatewalk-trace-'));

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in the folder of the model files. */
function trace(args: string[], { input = '', environment = {} } = {}): Promise<Outcome> {
  return new Promise((done) => {
    const command = ['--import', loader, script, ...args];
    const options = { cwd: folder, env: { ...process.env, npm_lifecycle_event: 'test', ...environment } };
    const child = execFile(process.execPath, command, options, (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, stdout, stderr }),
    );
    child.stdin!.end(input);
  });
}

beforeAll(() => writeFileSync(join(folder, 'model.json'), JSON.stringify(rightModel)));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a model file', () => {
  test.concurrent('is printed as JSON, from a file and from standard input alike', async () => {
    const [fromFile, fromInput] = await Promise.all([
      trace(['model.json']),
      trace(['-', '--format', 'json'], { input: JSON.stringify(rightModel) }),
    ]);
    expect(fromFile).toMatchObject({ code: 0, stderr: '' });
    expect(fromInput).toEqual(fromFile);
    const printed = JSON.parse(fromFile.stdout) as Record<string, unknown>;
    expect(Object.keys(printed)).toEqual(
      'cell timesteps loss values gradients initialGradients parameterGradients'.split(' '),
    );
  });

  test.concurrent('is printed as CSV, with the same numbers to the last digit', async () => {
    const [csv, json] = await Promise.all([trace(['--format=csv', 'model.json']), trace(['model.json'])]);
    expect(csv).toMatchObject({ code: 0, stderr: '' });
    const lines = csv.stdout.trimEnd().split('\n');
    expect(lines[0]).toBe('address,value,gradient');
    const rows = new Map(lines.slice(1).map((line) => [line.split(',')[0], line.split(',').slice(1).map(Number)]));
    const { loss, values, gradients, initialGradients, parameterGradients } = JSON.parse(json.stdout);
    expect(rows.get('loss')).toEqual([loss, 1]);
    expect(rows.get('forget.gate@2[0]')).toEqual([values['forget.gate'][1][0], gradients['forget.gate'][1][0]]);
    expect(rows.get('output@3[1]')).toEqual([values.output[2][1], gradients.output[2][1]]);
    expect(rows.get('input@3[1]')).toEqual([0.5, gradients.input[2][1]]);
    expect(rows.get('cell.state@0[0]')).toEqual([-0.2, initialGradients.c[0]]);
    expect(rows.get('W.o[0][1]')).toEqual([0.2, parameterGradients.weight_ih_l0[3][1]]);
    expect(rows.get('W.y[1][0]')).toEqual([-0.5, parameterGradients['readout.weight'][1][0]]);
    expect(rows.get('loss@3')).toHaveLength(2);
    expect(rows.has('loss@2')).toBe(false);
    expect(rows.size).toBe(lines.length - 1);
  });

  test.concurrent('is looked for where npm was called', async () => {
    const environment = { npm_lifecycle_event: 'trace', INIT_CWD: tmpdir() };
    expect(await trace([join(folder, 'model.json')], { environment })).toMatchObject({ code: 0 });
    const elsewhere = await trace(['model.json'], { environment });
    expect(elsewhere.stderr).toBe('model.json: expected a model file, found nothing of this name\n');
  });
});

describe('a file that cannot be computed: exit code 1, one line, nothing on standard output', () => {
  // All of them are held to their lines beside `readModelFile`; starting the command takes its time.
  const some = faultyFiles(packedCells.join(', ')).filter((_, index) => index % 3 === 0);

  test.concurrent.each(some)('$message', async ({ text, message }) => {
    const outcome = await trace(['-'], { input: text });
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: `standard input: ${message}\n` });
  });

  test.concurrent.each([
    ['nothing.json', 'nothing.json: expected a model file, found nothing of this name'],
    ['.', '.: expected a model file, found a folder'],
  ])('%s cannot be read', async (path, line) => {
    expect(await trace([path])).toEqual({ code: 1, stdout: '', stderr: `${line}\n` });
  });

  test.concurrent('results that are not finite: the first address where', async () => {
    const outcome = await trace(['-'], { input: modelWith('loss targets 2 1', 1e200) });
    const line = 'standard input: loss@3: expected a finite number, found Infinity\n';
    expect(outcome).toEqual({ code: 1, stdout: '', stderr: line });
  });
});

describe('a command that makes no sense: exit code 2, one line', () => {
  test.concurrent.each([
    [[], 'expected one file, or - for standard input, found none'],
    [['a', 'b'], 'expected one file, or - for standard input, found 2'],
    [['--format', 'xml', 'a'], '--format: expected json or csv, found xml'],
    [['--fromat', 'csv', 'a'], "Unknown option '--fromat'"],
  ])('%j', async (args, message) => {
    expect(await trace(args)).toEqual({ code: 2, stdout: '', stderr: `trace: ${message} (--help explains)\n` });
  });

  test.concurrent('--help explains', async () => {
    expect(await trace(['--help'])).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('--format csv'),
    });
  });
});

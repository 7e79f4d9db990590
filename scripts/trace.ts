import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { modelRun } from '#lib/cells/model-file/build.ts';
import { jsonText } from '#lib/cells/model-file/json-text.ts';
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import { packedCells } from '#lib/cells/model-file/packing.ts';
import { printRun } from '#lib/cells/model-file/print.ts';
import { ModelFileError, readModelFile } from '#lib/cells/model-file/read.ts';
import type { Run } from '#lib/engine/run.ts';
import { losses } from '#lib/engine/sequence-model.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { everyValueCsv, firstNotFinite } from '#lib/stepper/every-value.ts';

// npm run -s trace -- model.json: every value and every gradient of a model file.

const help = `npm run -s trace -- [--format json|csv] FILE

Prints every value and every gradient of the model in FILE; with - instead, of the one on standard input.

  --format json   by step id, timestep and unit; parameters under PyTorch's names (the default)
  --format csv    address,value,gradient: one line per number
  --help          this text

A model file (biases, initial and readout may be left out; parameters as in PyTorch's state_dict):

  { "cell": "lstm", "inputSize": 2, "hiddenSize": 3,
    "parameters": { "weight_ih_l0": [[…]], "weight_hh_l0": [[…]], "bias_ih_l0": […], "bias_hh_l0": […] },
    "inputs": [[…], … one row per timestep], "initial": { "h": […], "c": […] },
    "readout": { "weight": [[…]], "bias": […] },
    "loss": { "kind": "mse", "at": "all", "targets": [[…], … one row per timestep] } }

  cell: ${packedCells.join(', ')} · kind: ${Object.keys(losses).join(', ')} · at: "all", "last" or timesteps, [2, 4]

The readout's gradients are printed as readout.weight and readout.bias.
Exit code 1: the file cannot be computed; one line says what is wrong where. Exit code 2: the command is wrong.
`;

const printers: Record<string, (file: ModelFile, run: Run) => Iterable<string>> = {
  json: (file, run) => [jsonText(printRun(file, run))],
  csv: (_file, run) => everyValueCsv(run),
};

class UsageError extends Error {}

/** Ends the command with one line and nothing on standard output. */
class Refusal extends Error {}

async function main(): Promise<void> {
  const { path, format, wantsHelp } = readCommand();
  if (wantsHelp) return void process.stdout.write(help);
  const name = path === '-' ? 'standard input' : path;
  const file = readModelFile(await contentOf(path), name);
  const run = modelRun(file);
  const wrong = firstNotFinite(run);
  if (wrong)
    throw new Refusal(`${name}: ${formatAddress(wrong.address)}: expected a finite number, found ${wrong.found}`);
  for (const piece of printers[format](file, run)) process.stdout.write(piece);
}

function readCommand(): { path: string; format: string; wantsHelp: boolean } {
  const options = { format: { type: 'string', default: 'json' }, help: { type: 'boolean', short: 'h' } } as const;
  const { values, positionals } = readArguments(() => parseArgs({ options, allowPositionals: true }));
  const { format, help: wantsHelp = false } = values;
  if (!Object.hasOwn(printers, format)) throw new UsageError(`--format: expected json or csv, found ${format}`);
  if ((positionals.length !== 1 || positionals[0] === '') && !wantsHelp) {
    throw new UsageError(`expected one file, or - for standard input, found ${positionals.length || 'none'}`);
  }
  return { path: positionals[0], format, wantsHelp };
}

function readArguments<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Node adds advice, in one more sentence, that does not fit here.
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

async function contentOf(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  // npm changes to the project's folder; the path was typed in another one.
  const folder = process.env.npm_lifecycle_event === 'trace' ? (process.env.INIT_CWD ?? '.') : '.';
  try {
    return readFileSync(resolve(folder, path), 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const found = {
      ENOENT: 'nothing of this name',
      EISDIR: 'a folder',
      EACCES: 'a file that may not be read',
      ENOTDIR: 'a file where a folder should be',
    };
    throw new Refusal(`${path}: expected a model file, found ${found[code as keyof typeof found] ?? message}`);
  }
}

/** A file's name, or a key in it, may hold line ends and worse; the message stays one line. */
const withoutControls = (line: string): string =>
  line.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

// A reader that has seen enough (`| head`) closes the pipe.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  process.stderr.write(`standard output: expected a place to write to, found ${error.message}\n`);
  process.exit(1);
});

try {
  await main();
} catch (error) {
  const isUsage = error instanceof UsageError;
  if (!isUsage && !(error instanceof Refusal) && !(error instanceof ModelFileError)) throw error;
  const line = `${isUsage ? 'trace: ' : ''}${error.message}${isUsage ? ' (--help explains)' : ''}`;
  process.stderr.write(`${withoutControls(line)}\n`);
  process.exitCode = isUsage ? 2 : 1;
}

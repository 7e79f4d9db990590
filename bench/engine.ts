/**
 * How fast the engine is, beside straightforward loops and two libraries. Only ratios are reported: times belong to a
 * machine. `--quick`: fewer sizes and processes. A result worse than hoped for is printed, never an error.
 */
import { fork } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { works, type Ratios } from './measure.ts';
import type { Sizes } from './problem.ts';
import { goalLines, summarise, table } from './report.ts';

const quick = process.argv.includes('--quick');
const processCount = quick ? 2 : 5;
const choices = quick
  ? { hidden: [1, 8, 64], inputs: [2], timesteps: [32] }
  : { hidden: [1, 2, 4, 8, 16, 32, 64, 128], inputs: [2, 8], timesteps: [8, 32] };

const sizes: Sizes[] = choices.hidden.flatMap((hiddenSize) =>
  choices.inputs.flatMap((inputSize) => choices.timesteps.map((timesteps) => ({ hiddenSize, inputSize, timesteps }))),
);

const found: Ratios[][] = [];
for (let number = 0; number < processCount; number++) {
  process.stderr.write(`process ${number + 1} of ${processCount} …\n`);
  // Each process begins elsewhere in the list, so that no size is always met by the youngest process.
  const start = Math.floor((number * sizes.length) / processCount);
  found.push(await measureInProcess([...sizes.slice(start), ...sizes.slice(0, start)]));
}
const inOrder = (a: Ratios, b: Ratios): number =>
  a.hiddenSize - b.hiddenSize || a.inputSize - b.inputSize || a.timesteps - b.timesteps;
const rows = summarise(found.map((ratios) => ratios.toSorted(inOrder)));

console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${processCount} processes.`);
console.log(
  'Time of each ÷ time of Gatewalk, median (least–greatest) over the processes: above 1, Gatewalk is faster.',
);
for (const work of works) console.log(`\n${work}\n\n${table(rows, work)}`);
console.log(`\n${goalLines(rows).join('\n')}`);

function measureInProcess(list: readonly Sizes[]): Promise<Ratios[]> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('process.ts', import.meta.url)));
    child.once('message', (ratios) => resolve(ratios as Ratios[]));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`a process ended with code ${code}`)));
    child.send([...list]);
  });
}

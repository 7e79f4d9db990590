import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { registeredCells } from './random-model.ts';
import { computed } from './specimen.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const timesteps = 128;
const passes = 100;

/** Bytes that came onto the heap and were not there before, per timestep of a forward and backward pass. */
function bytesPerStep(pass: () => void): number {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < passes; i++) pass();
  return (process.memoryUsage().heapUsed - before) / (passes * timesteps);
}

// Less than nothing: something else was collected in between.
const isNothing = (bytes: number): boolean => Math.abs(bytes) < 1;

describe.each(registeredCells)('%s over 128 timesteps', (_, cell) => {
  it('leaves no garbage per step', () => {
    const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 8, outputSize: 3 }, { kind: 'mse', at: 'all' });
    const run = computed({ graph, sizes: { timesteps, samples: 1 }, seed: 1 });
    const pass = () => run.forward().backward();
    // The compiler first has to see that the kernels' temporaries need no memory.
    for (let i = 0; i < 600; i++) pass();
    // A collection or the compiler at work disturbs a measurement; garbage in every step shows in all of them.
    const measured: number[] = [];
    while (measured.length < 20 && !measured.some(isNothing)) measured.push(bytesPerStep(pass));
    expect(measured.some(isNothing), `bytes per step: ${measured.join(', ')}`).toBe(true);
  });
});

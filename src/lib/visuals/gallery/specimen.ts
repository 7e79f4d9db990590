import type { Cell } from '#lib/cells/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Random } from '#lib/engine/random.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { NamedRun } from '#lib/formula/named-run.ts';

export interface Sizes {
  readonly hiddenSize: number;
  readonly inputSize: number;
  readonly timesteps: number;
}

export const usualSizes: Sizes = { hiddenSize: 2, inputSize: 2, timesteps: 4 };

/** A run of any cell with a readout and a loss at every timestep, its numbers drawn at random but always the same. */
export function specimen(cell: Cell, { hiddenSize, inputSize, timesteps }: Sizes = usualSizes): NamedRun {
  const graph = sequenceModel(cell, { inputSize, hiddenSize, outputSize: 1 }, { kind: 'sse', at: 'all' });
  const run = new Run(compile(graph, { timesteps }));
  const random = new Random(7);
  const settle = (numbers: Float64Array): void => {
    // Two decimals, as a person would type them.
    numbers.forEach((_, i) => (numbers[i] = Math.round(random.uniform(-100, 100)) / 100));
  };
  for (const { id } of graph.parameters) settle(run.value(id as 'W.f'));
  for (const { id } of graph.data) for (let t = 1; t <= timesteps; t++) settle(run.value(id as 'input', t));
  return new NamedRun(cell, run.forward().backward());
}

import { describe, expect, it } from 'vitest';
import { Random } from '#lib/engine/random.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { registeredCells } from './random-model.ts';
import { address, computed, given, results, type Specimen } from './specimen.ts';
import type { Run } from '#lib/engine/run.ts';

const kinds = Object.keys(losses) as LossKind[];

/** Every parameter is 0 or ±1500, so that pre-activations, and logits, are as extreme as they come. */
function settle(run: Run): void {
  const random = new Random(11);
  for (const { id } of run.program.graph.parameters) {
    const isBias = run.program.graph.values.get(id)!.shape.length === 1;
    run
      .value(id)
      .forEach((_, i, all) => (all[i] = isBias ? [-1500, 1500][random.below(2)] : [-1500, 0, 1500][random.below(3)]));
  }
}

describe.each(registeredCells)('%s with pre-activations of ±1500 and more', (_, cell) => {
  const ends = kinds.flatMap((kind) => [undefined, 3].map((outputSize) => [kind, outputSize] as const));

  it.each(ends)('%s, readout of %s: every value and every gradient is finite', (kind, outputSize) => {
    const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 4, outputSize }, { kind, at: 'all' });
    const specimen: Specimen = { graph, sizes: { timesteps: 6, samples: 1 }, seed: 5, settle };
    for (const merged of [true, false]) {
      const run = computed(specimen, { merged });
      const instances = [...given(run.program), ...results(run.program)];
      const bad = instances.filter(
        ({ id, t }) => !run.value(id, t).every(Number.isFinite) || !run.gradient(id, t).every(Number.isFinite),
      );
      expect(bad.map((each) => address(each))).toEqual([]);
      const largest = Math.max(
        ...results(run.program).flatMap(({ id, t }) =>
          id.includes('preactivation') ? [...run.value(id, t)].map(Math.abs) : [],
        ),
      );
      expect(largest).toBeGreaterThanOrEqual(1500);
    }
  });
});

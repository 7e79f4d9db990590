/** Three small models that are not sequences, so that the course needs no second engine for them. */
import { apply, data, equation, graph, overSamples, parameter, withSettings } from '#lib/engine/equations.ts';
import type { Graph } from '#lib/engine/equations.ts';
import type { Run } from '#lib/engine/run.ts';
import { updateEquations, updateRules } from '#lib/engine/updates.ts';

const { add, affine, convolve, mean, meanSquaredError, multiply, normalise, pool, relu, sumOfSquaredErrors, variance } =
  apply;

export interface MlpSizes {
  readonly inputs: number;
  readonly hidden: number;
  readonly outputs: number;
}

/** Two layers with batch normalization between them; the loss is the mean over the samples. */
export function batchNormalizedMlp({ inputs, hidden, outputs }: MlpSizes): Graph {
  const x = data('input', 'sample', [inputs]);
  // a = W x + b
  const a = equation('hidden.preactivation', affine(parameter('W.h', [hidden, inputs]), x, parameter('b.h', [hidden])));
  // n = (a − mean) / √(variance + ε), y = relu(γ ⊙ n + β)
  const centre = equation('batch.mean', mean(overSamples(a)));
  const spread = equation('batch.variance', variance(overSamples(a)));
  const normal = equation('normal', normalise<string>(a, centre, spread, data('epsilon', 'once', [])));
  const scaled = equation('scaled', multiply(parameter('gamma.h', [hidden]), normal));
  const y = equation('hidden', relu(equation('shifted', add(scaled, parameter('beta.h', [hidden])))));
  const output = equation('output', affine(parameter('W.y', [outputs, hidden]), y, parameter('b.y', [outputs])));
  const loss = equation('loss.sample', meanSquaredError<string>(output, data('target', 'sample', [outputs])));
  return graph<string>(equation('loss', mean(overSamples(loss))));
}

export function settleMlp(run: Run): void {
  run.value('epsilon')[0] = 0.1;
}

export interface PictureSizes {
  readonly filters: number;
  /** Rows and columns of the pooled picture. */
  readonly rows: number;
  readonly columns: number;
}

/** 3×3 filters, the largest of every 2×2 window, ReLU. */
export function convolutionWithPooling({ filters, rows, columns }: PictureSizes): Graph {
  const picture = data('picture', 'once', [2 * rows + 2, 2 * columns + 2]);
  const maps = equation('maps', convolve(picture, parameter('F.c', [filters, 3, 3]), parameter('b.c', [filters])));
  const pooled = equation('pooled', withSettings(pool(maps), { window: 2 }));
  const active = equation('active', relu(pooled));
  return graph<string>(
    equation('loss', sumOfSquaredErrors<string>(active, data('target', 'once', [filters, rows, columns]))),
  );
}

/** One update by Adam, and how far the new parameters are from a target. */
export function adamUpdate(length: number): Graph {
  const { next, ...memory } = updateEquations(updateRules.adam, [length]);
  const loss = equation('loss', sumOfSquaredErrors<string>(next, data('target', 'once', [length])));
  return graph<string>(loss, ...Object.values(memory));
}

/** Rates and powers between 0 and 1, a second moment that has a root. */
export function settleAdam(run: Run): void {
  const within = (id: string, low: number) => {
    run.value(id).forEach((x, i, all) => (all[i] = low + (0.9 - low) * Math.abs(x)));
  };
  for (const id of ['beta1', 'beta2', 'power1.before', 'power2.before', 'second.before']) within(id, 0.1);
  within('epsilon', 0.01);
}

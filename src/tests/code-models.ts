/** Small models whose code is tried against them. */
import { cells } from '#lib/cells/registry.ts';
import type { Cell } from '#lib/cells/cell.ts';
import type { Edits } from '#lib/engine/edits.ts';
import type { When } from '#lib/engine/equations.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { computed } from './specimen.ts';

const whens: readonly When[] = ['all', 'last', [1, 3]];

export function modelOf(
  cell: Cell,
  kind: LossKind,
  at: When,
  edits: Partial<Edits> = {},
  outputSize?: number,
): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 2, outputSize }, { kind, at });
  return new NamedRun(cell, computed({ graph, sizes: { timesteps: 3, samples: 1 }, seed: 5 }, edits));
}

/** Every cell with every loss. */
export const models = Object.values<Cell>(cells).flatMap((cell) =>
  (Object.keys(losses) as LossKind[]).flatMap((kind, index) => modelOf(cell, kind, whens[index % whens.length], {}, 2)),
);

/** One element, all of a value, a single number and a term of every kind. */
export const editedModel = modelOf(
  cells.lstm,
  'mse',
  'all',
  {
    held: [
      { id: 'forget.gate', t: 2, index: 0, to: 0.25 },
      { id: 'cell.kept', to: -1 },
      { id: 'loss.term', t: 1, to: 2 },
    ],
    dropped: [
      { value: 'cell.state', user: 'cell.kept', t: 3 },
      { value: 'hidden.state', user: 'input.preactivation' },
      { value: 'W.c', user: 'candidate.preactivation', t: 2 },
      { value: 'output', user: 'loss.term', t: 2 },
    ],
  },
  2,
);

/** The loss looks at the hidden state. */
export const withoutReadout = Object.values<Cell>(cells).map((cell) => modelOf(cell, 'mse', 'all'));

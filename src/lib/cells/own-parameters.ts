import { sequenceModel } from '#lib/engine/sequence-model.ts';
import type { Cell } from './cell.ts';

const known = new WeakMap<Cell, ReadonlySet<string>>();

/** The parameters that a cell's equations ask for, whatever its sizes. */
export function ownParameters(cell: Cell): ReadonlySet<string> {
  const ids = known.get(cell) ?? idsOf(cell);
  known.set(cell, ids);
  return ids;
}

const idsOf = (cell: Cell): ReadonlySet<string> =>
  new Set(
    sequenceModel(cell, { inputSize: 1, hiddenSize: 1 }, { kind: 'mse', at: 'last' }).parameters.map(({ id }) => id),
  );

/** One on the side of the input and one on the recurrent side, as PyTorch has them; a single one stands for their sum. */
export const hasTwoBiases = (cell: Cell): boolean => [...ownParameters(cell)].some((id) => id.startsWith('d.'));

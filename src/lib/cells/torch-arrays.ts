/** PyTorch's arrays of one layer in one direction: what they are called, and which parameters they hold. */
import type { ParameterId } from '#lib/engine/equations.ts';

/** Each gate's rows of an array belong to the first family the model has. */
export const torchArrays = {
  weight_ih_l0: { families: ['W'], columns: 'inputSize' },
  weight_hh_l0: { families: ['U'], columns: 'hiddenSize' },
  bias_ih_l0: { families: ['b'], columns: undefined },
  // A cell with a single bias has it twice in PyTorch: what counts is the sum, and both have its gradient.
  bias_hh_l0: { families: ['d', 'b'], columns: undefined },
} as const;

export type TorchName = keyof typeof torchArrays;
export const torchNames = Object.keys(torchArrays) as TorchName[];

/** The cell's parameter that holds block number `block` of an array, in a model whose parameters are `ids`. */
export function parameterOf(name: TorchName, letter: string, ids: ReadonlySet<string>): ParameterId {
  const candidates = torchArrays[name].families.map((family): ParameterId => `${family}.${letter}`);
  return candidates.find((id) => ids.has(id)) ?? candidates[0];
}

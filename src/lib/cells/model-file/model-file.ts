/**
 * Model files: a model, its sequence and its loss as JSON, the parameters under PyTorch's names. This is what such a
 * file holds once it has been read: everything fits together, and every number is finite.
 */
import type { When } from '#lib/engine/equations.ts';
import type { LossKind } from '#lib/engine/sequence-model.ts';
import type { CellId } from '../registry.ts';

export type Vector = readonly number[];
export type Matrix = readonly Vector[];

export interface ModelFile {
  readonly cell: CellId;
  readonly inputSize: number;
  readonly hiddenSize: number;
  /** Under PyTorch's names, without the prefix they may have had; blocks of gates in PyTorch's order. */
  readonly parameters: {
    readonly weight_ih_l0: Matrix;
    readonly weight_hh_l0: Matrix;
    readonly bias_ih_l0?: Vector;
    readonly bias_hh_l0?: Vector;
  };
  /** One row per timestep. */
  readonly inputs: Matrix;
  /** By the letter of the state; zero where one is missing. */
  readonly initial: Readonly<Record<string, Vector>>;
  /** Left out: the loss looks at the hidden state. */
  readonly readout?: { readonly weight: Matrix; readonly bias?: Vector };
  readonly loss: {
    readonly kind: LossKind;
    readonly at: When;
    /** One row per timestep; null where the loss does not look. */
    readonly targets: readonly (Vector | null)[];
  };
}

/** What the output, which is compared with the targets, has to do with the file's sizes. */
export const outputSizeOf = ({ readout, hiddenSize }: Pick<ModelFile, 'readout' | 'hiddenSize'>) =>
  readout
    ? { length: readout.weight.length, meaning: 'rows of readout.weight' }
    : { length: hiddenSize, meaning: 'hiddenSize' };

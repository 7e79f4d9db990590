/** Where PyTorch and Keras keep a parameter: in which array, and which part of it. */
import type { Cell } from './cell.ts';
import type { Notation } from './notation.ts';
import { hasTwoBiases, ownParameters } from './own-parameters.ts';
import { parameterOf, torchNames } from './torch-arrays.ts';

/** `weight_ih_l0[4:6]`, counted from 0 as in Python; undefined where the library does not have it. */
export function storageOf(cell: Cell, id: string, notation: Notation, hiddenSize: number): string | undefined {
  if (notation === 'course') return undefined;
  const [family, letter] = id.split('.');
  if (letter === 'y') return readouts[notation][family];
  const packing = { pytorch: cell.torch, keras: cell.keras }[notation];
  const block = packing?.blocks.indexOf(letter) ?? -1;
  if (block < 0) return undefined;
  const units = `${block * hiddenSize}:${(block + 1) * hiddenSize}`;
  return notation === 'pytorch' ? inTorch(cell, id, units) : inKeras(cell, family, units);
}

/** A linear layer, a dense layer, called as in a model file. */
const readouts: Readonly<Record<Exclude<Notation, 'course'>, Readonly<Record<string, string>>>> = {
  pytorch: { W: 'readout.weight', b: 'readout.bias' },
  keras: { W: 'readout.kernel', b: 'readout.bias' },
};

/** The gates' units are rows. A single bias is the sum of two arrays. */
function inTorch(cell: Cell, id: string, units: string): string | undefined {
  const [, letter] = id.split('.');
  const arrays = torchNames.filter((name) => parameterOf(name, letter, ownParameters(cell)) === id);
  return arrays.map((name) => `${name}[${units}]`).join(' + ') || undefined;
}

/** The gates' units are columns. Two biases are the rows of one array. */
function inKeras(cell: Cell, family: string, units: string): string | undefined {
  const row = (index: number): string => `bias[${index}, ${units}]`;
  const arrays: Readonly<Record<string, string>> = {
    W: `kernel[:, ${units}]`,
    U: `recurrent_kernel[:, ${units}]`,
    b: hasTwoBiases(cell) ? row(0) : `bias[${units}]`,
    d: row(1),
  };
  return arrays[family];
}

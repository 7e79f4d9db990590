/** Where PyTorch and Keras keep a parameter, or one of its numbers: in which array, and which part of it. */
import type { Cell } from './cell.ts';
import type { Notation } from './notation.ts';
import { hasTwoBiases, ownParameters } from './own-parameters.ts';
import { parameterOf, torchNames } from './torch-arrays.ts';

/** Which of an array's units, as Python writes it, and which of what they read; undefined: all. */
type Part = readonly [units: string | number | undefined, read?: number];

/**
 * `weight_ih_l0[4:6]`, counted from 0 as in Python; undefined where the library does not have it.
 * @param index of a single number, as in its address: `weight_ih_l0[5, 1]`
 */
export function storageOf(
  cell: Cell,
  id: string,
  notation: Notation,
  hiddenSize: number,
  [unit, read]: readonly number[] = [],
): string | undefined {
  if (notation === 'course') return undefined;
  const [family, letter] = id.split('.');
  if (letter === 'y') return inReadout(notation, family, [unit, read]);
  const packing = { pytorch: cell.torch, keras: cell.keras }[notation];
  const block = packing?.blocks.indexOf(letter) ?? -1;
  if (block < 0) return undefined;
  const first = block * hiddenSize;
  const part: Part = [unit === undefined ? `${first}:${first + hiddenSize}` : first + unit, read];
  return notation === 'pytorch' ? inTorch(cell, id, part) : inKeras(cell, family, part);
}

const bracketed = (name: string, ...places: readonly Part[number][]): string => {
  const named = places.filter((place) => place !== undefined);
  return named.length ? `${name}[${named.join(', ')}]` : name;
};

/** A linear layer, a dense layer, called as in a model file. */
function inReadout(notation: Exclude<Notation, 'course'>, family: string, [unit, read]: Part): string {
  if (family === 'b') return bracketed('readout.bias', unit);
  return notation === 'pytorch' ? bracketed('readout.weight', unit, read) : bracketed('readout.kernel', read, unit);
}

/** The gates' units are rows. A single bias is the sum of two arrays. */
function inTorch(cell: Cell, id: string, part: Part): string | undefined {
  const [, letter] = id.split('.');
  const arrays = torchNames.filter((name) => parameterOf(name, letter, ownParameters(cell)) === id);
  return arrays.map((name) => bracketed(name, ...part)).join(' + ') || undefined;
}

/** The gates' units are columns. Two biases are the rows of one array. */
function inKeras(cell: Cell, family: string, [units, read = ':']: readonly Part[number][]): string | undefined {
  const arrays: Readonly<Record<string, string>> = {
    W: bracketed('kernel', read, units),
    U: bracketed('recurrent_kernel', read, units),
    b: hasTwoBiases(cell) ? bracketed('bias', 0, units) : bracketed('bias', units),
    d: bracketed('bias', 1, units),
  };
  return arrays[family];
}

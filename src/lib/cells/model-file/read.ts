/** Reads a model file and refuses, at the first fault, what cannot be computed. */
import { cells, type CellId } from '../registry.ts';
import type { Cell } from '../cell.ts';
import { outputSizeOf, type ModelFile } from './model-file.ts';
import { torchArrays, torchNames, type TorchName } from '../torch-arrays.ts';
import { reasonAgainst, refuseBareArrays, withoutPrefix } from './array-names.ts';
import { packedCells, rowsOf } from './packing.ts';
import { entries, isMissing, list, matrix, members, missing, oneOf, parse, vector } from './piece.ts';
import { refuse, refuseKey, type Piece } from './piece.ts';
import { readLoss } from './read-loss.ts';
import { readSizes } from './read-sizes.ts';

export { ModelFileError } from './piece.ts';

type Sizes = Pick<ModelFile, 'cell' | 'inputSize' | 'hiddenSize'>;

const keys = ['cell', 'inputSize', 'hiddenSize', 'parameters', 'inputs', 'initial', 'readout', 'loss'] as const;

/** @throws ModelFileError, one line: "model.json: inputs[2][0]: expected a finite number, found null" */
export function readModelFile(text: string, file: string): ModelFile {
  const whole = parse(text, file);
  refuseBareArrays(entries(whole), keys);
  const top = members(whole, keys);
  const sizes = { cell: readCell(top.cell), ...readSizes(top) };
  const parameters = readParameters(top.parameters, sizes);
  const inputs = readInputs(top.inputs, sizes);
  const initial = readInitial(top.initial, sizes);
  const readout = readReadout(top.readout, sizes);
  const output = outputSizeOf({ ...sizes, readout });
  return { ...sizes, parameters, inputs, initial, readout, loss: readLoss(top.loss, inputs.length, output) };
}

function readCell(piece: Piece): ModelFile['cell'] {
  const { content } = piece;
  if (typeof content === 'string' && Object.hasOwn(cells, content) && !packedCells.includes(content as CellId)) {
    refuse(piece, `one of ${packedCells.join(', ')} (PyTorch has no ${content})`);
  }
  return oneOf(piece, packedCells);
}

function readParameters(piece: Piece, sizes: Sizes): ModelFile['parameters'] {
  const found = withoutPrefix(entries(piece));
  for (const [name, array] of found) {
    const reason = reasonAgainst(name);
    if (reason) refuse(array, reason, name);
    if (!torchNames.includes(name as TorchName)) refuseKey(array, name, torchNames);
  }
  const rows = rowsOf(sizes.cell, sizes.hiddenSize);
  const get = (name: TorchName) => found.get(name) ?? missing(piece, name);
  const weight = (name: 'weight_ih_l0' | 'weight_hh_l0') => {
    const meaning = torchArrays[name].columns;
    return matrix(get(name), rows, { length: sizes[meaning], meaning });
  };
  const bias = (name: TorchName) => (isMissing(get(name)) ? undefined : vector(get(name), rows));
  return {
    weight_ih_l0: weight('weight_ih_l0'),
    weight_hh_l0: weight('weight_hh_l0'),
    bias_ih_l0: bias('bias_ih_l0'),
    bias_hh_l0: bias('bias_hh_l0'),
  };
}

function readInputs(piece: Piece, { inputSize }: Sizes): ModelFile['inputs'] {
  const rows = list(piece, 'one row per timestep').length;
  if (rows === 0) refuse(piece, 'at least one row, one per timestep');
  return matrix(piece, { length: rows, meaning: 'timesteps' }, { length: inputSize, meaning: 'inputSize' });
}

function readInitial(piece: Piece, { cell, hiddenSize }: Sizes): ModelFile['initial'] {
  if (isMissing(piece)) return {};
  const { states }: Cell = cells[cell];
  const given = Object.entries(members(piece, Object.keys(states))).filter(([, state]) => !isMissing(state));
  const length = { length: hiddenSize, meaning: 'hiddenSize' };
  return Object.fromEntries(given.map(([letter, state]) => [letter, vector(state, length)]));
}

function readReadout(piece: Piece, { hiddenSize }: Sizes): ModelFile['readout'] {
  if (isMissing(piece)) return undefined;
  const found = members(piece, ['weight', 'bias']);
  const rows = list(found.weight, 'one row per output').length;
  if (rows === 0) refuse(found.weight, 'at least one row, one per output');
  const outputs = { length: rows, meaning: 'outputs' };
  const weight = matrix(found.weight, outputs, { length: hiddenSize, meaning: 'hiddenSize' });
  const length = { length: rows, meaning: 'rows of readout.weight' };
  return { weight, bias: isMissing(found.bias) ? undefined : vector(found.bias, length) };
}

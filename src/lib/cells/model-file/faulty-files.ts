/** For tests: a model file that is right, and the ways in which one can be wrong, each with the line that says so. */

export const rightModel = {
  cell: 'lstm',
  inputSize: 2,
  hiddenSize: 1,
  parameters: {
    weight_ih_l0: [
      [0.5, -0.2],
      [0.1, 0.4],
      [-0.3, 0.8],
      [0.6, 0.2],
    ],
    weight_hh_l0: [[0.2], [-0.1], [0.7], [0.3]],
    bias_ih_l0: [0, 1, 0, 0.1],
    bias_hh_l0: [0.1, 0, -0.2, 0],
  },
  inputs: [
    [1, 0],
    [0, 1],
    [-1, 0.5],
  ],
  initial: { h: [0.1], c: [-0.2] },
  readout: { weight: [[1], [-0.5]], bias: [0, 0.2] },
  loss: { kind: 'mse', at: [1, 3], targets: [[1, 0], null, [0, 1]] },
};

/** A model, the right one, with one entry replaced, added, or, if `to` is undefined, left out; `way`: keys by spaces. */
export function modelWith(way: string, to: unknown, text = JSON.stringify(rightModel)): string {
  const model: unknown = JSON.parse(text);
  const keys = way.split(' ');
  const last = keys.pop()!;
  const parent = keys.reduce((inside, key) => (inside as Record<string, unknown>)[key], model);
  (parent as Record<string, unknown>)[last] = to;
  return JSON.stringify(model);
}

const known = 'cell, inputSize, hiddenSize, parameters, inputs, initial, readout, loss';
const torch = 'weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0';
const whole = 'a model file with the state_dict under "parameters" (trace --help shows one)';
const wide = [
  [0.2, 0],
  [-0.1, 0],
  [0.7, 0],
  [0.3, 0],
];

/** Way, content, and the message without the file's name. */
const faultyEntries: readonly (readonly [way: string, to: unknown, message: string])[] = [
  ['cell', undefined, 'cell: expected one of CELLS, found nothing'],
  ['cell', 'lsmt', 'cell: expected one of CELLS (nearest: lstm), found "lsmt"'],
  ['cell', 'constructor', 'cell: expected one of CELLS, found "constructor"'],
  ['cell', 3, 'cell: expected one of CELLS, found 3'],
  ['inputSize', 0, 'inputSize: expected a positive whole number, found 0'],
  ['inputSize', undefined, 'inputSize: expected 2, as weight_ih_l0 has it, found nothing'],
  ['hiddenSize', undefined, 'hiddenSize: expected 1, as weight_hh_l0 has it, found nothing'],
  ['hiddenSize', null, 'hiddenSize: expected a positive whole number, found null'],
  ['hiddenSize', 1.5, 'hiddenSize: expected a positive whole number, found 1.5'],
  ['hiddenSize', '1', 'hiddenSize: expected a positive whole number, found "1"'],
  ['hiddensize', 1, `hiddensize: expected one of ${known} (nearest: hiddenSize), found hiddensize`],
  ['two\nlines', 1, `"two\\nlines": expected one of ${known}, found "two\\nlines"`],
  ['parameters', undefined, 'parameters: expected an object, found nothing'],
  ['parameters', [], 'parameters: expected an object, found an empty list'],
  [
    'parameters weight_ih_l0',
    undefined,
    'parameters.weight_ih_l0: expected 4×2 (4·hiddenSize × inputSize), found nothing',
  ],
  ['parameters weight_hh_l0', wide, 'parameters.weight_hh_l0: expected 4×1 (4·hiddenSize × hiddenSize), found 4×2'],
  ['parameters weight_hh_l0', [[0.2]], 'parameters.weight_hh_l0: expected 4×1 (4·hiddenSize × hiddenSize), found 1×1'],
  [
    'parameters weight_hh_l0',
    [],
    'parameters.weight_hh_l0: expected 4×1 (4·hiddenSize × hiddenSize), found an empty list',
  ],
  ['parameters weight_ih_l0 2', [1], 'parameters.weight_ih_l0[2]: expected 2 numbers (inputSize), found 1'],
  ['parameters weight_ih_l0 2', 1, 'parameters.weight_ih_l0[2]: expected a list of 2 numbers (inputSize), found 1'],
  ['parameters weight_ih_l0 2 1', null, 'parameters.weight_ih_l0[2][1]: expected a finite number, found null'],
  ['parameters bias_hh_l0', [1, 2, 3], 'parameters.bias_hh_l0: expected 4 numbers (4·hiddenSize), found 3'],
  ['parameters bias_hh_l0', null, 'parameters.bias_hh_l0: expected a list of 4 numbers (4·hiddenSize), found null'],
  ['parameters bias_hh_l0', [[1, 2, 3, 4]], 'parameters.bias_hh_l0: expected 4 numbers (4·hiddenSize), found 1'],
  ['parameters bias_hh_l0 0', true, 'parameters.bias_hh_l0[0]: expected a finite number, found true'],
  ['parameters weight_ih_l1', [], 'parameters.weight_ih_l1: expected one layer, one direction, found weight_ih_l1'],
  [
    'parameters bias_hh_l0_reverse',
    [],
    'parameters.bias_hh_l0_reverse: expected one layer, one direction, found bias_hh_l0_reverse',
  ],
  ['parameters weight_hr_l0', [], 'parameters.weight_hr_l0: expected no projection (proj_size 0), found weight_hr_l0'],
  ['parameters bias_hh', [], `parameters.bias_hh: expected one of ${torch} (nearest: bias_hh_l0), found bias_hh`],
  ['parameters fc.weight', [], 'parameters.fc.weight: expected the readout under "readout", found fc.weight'],
  [
    'parameters a.weight_ih_l1',
    [],
    'parameters.a.weight_ih_l1: expected a name without prefix, as weight_ih_l0, found a.weight_ih_l1',
  ],
  ['weight_ih_l0', [], `weight_ih_l0: expected ${whole}, found weight_ih_l0`],
  ['inputs', undefined, 'inputs: expected one row per timestep, found nothing'],
  ['inputs', [], 'inputs: expected at least one row, one per timestep, found an empty list'],
  ['inputs', [[1], [0], [0]], 'inputs: expected 3×2 (timesteps × inputSize), found 3×1'],
  ['inputs 1', [0, 1, 2], 'inputs[1]: expected 2 numbers (inputSize), found 3'],
  ['inputs 2 0', 'x', 'inputs[2][0]: expected a finite number, found "x"'],
  ['inputs 2 0', { a: 1 }, 'inputs[2][0]: expected a finite number, found an object'],
  ['initial', [0], 'initial: expected an object, found a list of 1'],
  ['initial h', [0, 0], 'initial.h: expected 1 number (hiddenSize), found 2'],
  ['initial s', [0], 'initial.s: expected one of c, h, found s'],
  ['readout', [[1]], 'readout: expected an object, found a list of 1'],
  ['readout weight', undefined, 'readout.weight: expected one row per output, found nothing'],
  ['readout weight', [], 'readout.weight: expected at least one row, one per output, found an empty list'],
  ['readout weight', [[1, 2]], 'readout.weight: expected 1×1 (outputs × hiddenSize), found 1×2'],
  ['readout bias', [1], 'readout.bias: expected 2 numbers (rows of readout.weight), found 1'],
  ['readout bais', [1], 'readout.bais: expected one of weight, bias (nearest: bias), found bais'],
  ['loss', undefined, 'loss: expected an object, found nothing'],
  ['loss kind', 'MAE', 'loss.kind: expected one of mse, sse, bce, cce (nearest: mse), found "MAE"'],
  ['loss at', undefined, 'loss.at: expected "all", "last" or a list of timesteps, found nothing'],
  ['loss at', 'first', 'loss.at: expected "all", "last" or a list of timesteps, found "first"'],
  ['loss at', [], 'loss.at: expected at least one timestep, found an empty list'],
  ['loss at', [1, 4], 'loss.at[1]: expected a timestep from 1 to 3, found 4'],
  ['loss at', [0], 'loss.at[0]: expected a timestep from 1 to 3, found 0'],
  ['loss at', [1.5], 'loss.at[0]: expected a timestep from 1 to 3, found 1.5'],
  ['loss at', [3, 1, 3], 'loss.at[2]: expected each timestep once, found 3 again'],
  ['loss targets', [[1, 0]], 'loss.targets: expected 3 rows, one per timestep, found 1'],
  ['loss targets', [[1], [1], [1]], 'loss.targets[0]: expected 2 numbers (rows of readout.weight), found 1'],
  ['loss at', 'all', 'loss.targets[1]: expected a list of 2 numbers (rows of readout.weight), found null'],
  ['loss targets 2 1', null, 'loss.targets[2][1]: expected a finite number, found null'],
];

const faultyTexts: readonly (readonly [text: string, message: string])[] = [
  ['', 'line 1, column 1: expected a value, found the end of the file'],
  ['hello', 'line 1, column 1: expected a value, found hello'],
  ['[1, 2]', 'expected an object, found a list of 2'],
  ['null', 'expected an object, found null'],
  ['{ "weight_ih_l0": [[1]] }', `weight_ih_l0: expected ${whole}, found a bare state_dict`],
  ['{ "fc.bias": [1], "lstm.weight_ih_l0": [[1]] }', `lstm.weight_ih_l0: expected ${whole}, found a bare state_dict`],
  ['{ "cell": "gru" }', 'inputSize: expected a positive whole number, found nothing'],
  ['{ "cell": "lstm",\n  "inputSize" 2 }', 'line 2, column 15 (in inputSize): expected ":", found 2'],
  ['{ "inputs": [[1, 2],\n  [3, NaN]] }', 'line 2, column 7 (in inputs[1][1]): expected a finite number, found NaN'],
  ['{ "cell": "lstm", }', 'line 1, column 19: expected a key, found "}"'],
  ['{ "cell": "lstm" } }', 'line 1, column 20: expected the end of the file, found "}"'],
  ['{ "cell": "lst', 'line 1, column 11 (in cell): expected a value, found a broken string'],
  ["{ 'cell': 1 }", 'line 1, column 3: expected a key or "}", found "\'"'],
];

/** Every faulty text with its message, `cells` being what there is to choose from. */
export const faultyFiles = (cells: string) =>
  [...faultyTexts, ...faultyEntries.map(([way, to, message]) => [modelWith(way, to), message] as const)].map(
    ([text, message]) => ({ text, message: message.replace('CELLS', cells) }),
  );

import { describe, expect, test } from 'vitest';
import type { Matrix, Vector } from './model-file.ts';
import { modelRun } from './build.ts';
import { modelWith, rightModel } from './faulty-files.ts';
import { printRun, type PrintedRun } from './print.ts';
import { readModelFile } from './read.ts';

function printed(text: string): PrintedRun {
  const file = readModelFile(text, 'model.json');
  return printRun(file, modelRun(file));
}

const shapeOf = (rows: Matrix | Vector): number[] => [
  rows.length,
  ...(rows[0] instanceof Array ? [rows[0].length] : []),
];
const shapes = (named: Readonly<Record<string, Matrix | Vector>>) =>
  Object.fromEntries(Object.entries(named).map(([name, rows]) => [name, shapeOf(rows)]));

describe('what is printed of a model file', () => {
  const result = printed(JSON.stringify(rightModel));

  test('has the file’s names and shapes', () => {
    expect(result).toMatchObject({ cell: 'lstm', timesteps: 3 });
    expect(shapes(result.parameterGradients)).toEqual({
      weight_ih_l0: [4, 2],
      weight_hh_l0: [4, 1],
      bias_ih_l0: [4],
      bias_hh_l0: [4],
      'readout.weight': [2, 1],
      'readout.bias': [2],
    });
    expect(shapes(result.initialGradients)).toEqual({ h: [1], c: [1] });
  });

  test('has one row per timestep for every step of the cell and for the output, gradients for the input too', () => {
    const { output, input, ...steps } = shapes(result.gradients);
    expect([output, input]).toEqual([
      [3, 2],
      [3, 2],
    ]);
    expect(Object.keys(steps)).toHaveLength(13);
    expect(new Set(Object.values(steps).map(String))).toEqual(new Set(['3,1']));
    expect(shapes(result.values)).toEqual({ ...steps, output });
  });

  test('has no gradient of an output that nothing is compared with', () => {
    expect(result.gradients.output[1]).toEqual([0, 0]);
    expect(result.gradients.output[0]).not.toContain(0);
  });

  test('agrees with the definition of the mean squared error', () => {
    const [first, , third] = result.values.output;
    const errors = [first[0] - 1, first[1] - 0, third[0] - 0, third[1] - 1];
    expect(result.loss).toBeCloseTo(errors.reduce((sum, error) => sum + error * error, 0) / 4, 15);
  });

  test.each([
    ['parameters weight_ih_l0 1 0', 'weight_ih_l0', 1, 0],
    ['parameters weight_hh_l0 2 0', 'weight_hh_l0', 2, 0],
    ['parameters bias_ih_l0 3', 'bias_ih_l0', 3],
    ['parameters bias_hh_l0 3', 'bias_hh_l0', 3],
    ['readout weight 1 0', 'readout.weight', 1, 0],
    ['readout bias 0', 'readout.bias', 0],
  ])('nudging %s changes the loss as its gradient says', (way, name, row, column?: number) => {
    const rowOf = (named: Matrix | Vector) => named[row];
    const gradient = rowOf(result.parameterGradients[name]);
    const number = way
      .split(' ')
      .reduce((inside: unknown, key) => (inside as Record<string, unknown>)[key], rightModel);
    const loss = (by: number) => printed(modelWith(way, (number as number) + by)).loss;
    const slope = (loss(1e-5) - loss(-1e-5)) / 2e-5;
    expect(column === undefined ? gradient : (gradient as Vector)[column]).toBeCloseTo(slope, 9);
  });
});

test('two biases count as their sum, and a missing one as zero', () => {
  const { bias_ih_l0, bias_hh_l0, ...weights } = rightModel.parameters;
  const sum = bias_ih_l0.map((bias, index) => bias + bias_hh_l0[index]);
  const both = printed(JSON.stringify(rightModel));
  expect(printed(modelWith('parameters', { ...weights, bias_hh_l0: sum }))).toEqual(both);
  expect(both.parameterGradients.bias_ih_l0).toEqual(both.parameterGradients.bias_hh_l0);
});

test('without initial state, biases and readout they are zero and the loss looks at H', () => {
  const { weight_ih_l0, weight_hh_l0 } = rightModel.parameters;
  const loss = { kind: 'sse', at: 'last', targets: [null, null, [0.5]] };
  const { cell, inputSize, hiddenSize, inputs } = rightModel;
  const bare = { cell, inputSize, hiddenSize, parameters: { weight_ih_l0, weight_hh_l0 }, inputs, loss };
  const result = printed(JSON.stringify(bare));
  const error = result.values['hidden.state'][2][0] - 0.5;
  expect(result.loss).toBeCloseTo(error * error, 15);
  expect(result.values).not.toHaveProperty('output');
  expect(Object.keys(result.parameterGradients)).toEqual(['weight_ih_l0', 'weight_hh_l0', 'bias_ih_l0', 'bias_hh_l0']);
  const zeros = { parameters: { ...bare.parameters, bias_ih_l0: [0, 0, 0, 0] }, initial: { h: [0], c: [0] } };
  expect(printed(JSON.stringify({ ...bare, ...zeros }))).toEqual(result);
});

test('an RNN has one block of rows', () => {
  const parameters = { weight_ih_l0: [[0.5, 0.1]], weight_hh_l0: [[0.3]], bias_ih_l0: [0.2] };
  const { c: _c, ...initial } = rightModel.initial;
  const result = printed(JSON.stringify({ ...rightModel, cell: 'rnn', parameters, initial }));
  expect(Object.keys(result.values)).toEqual(['hidden.preactivation', 'hidden.state', 'output']);
  expect(result.values['hidden.preactivation'][0][0]).toBeCloseTo(0.5 + 0.3 * 0.1 + 0.2, 15);
  expect(shapes(result.initialGradients)).toEqual({ h: [1] });
});

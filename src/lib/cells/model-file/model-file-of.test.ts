import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { When } from '#lib/engine/equations.ts';
import { losses, type LossKind } from '#lib/engine/sequence-model.ts';
import type { Run } from '#lib/engine/run.ts';
import { range } from '#lib/engine/instances.ts';
import { seed } from '../../../tests/seed.ts';
import { cells, type CellId } from '../registry.ts';
import type { Cell } from '../cell.ts';
import { modelRun } from './build.ts';
import { rightModel } from './faulty-files.ts';
import { jsonText } from './json-text.ts';
import { hasModelFile, modelFileOf } from './model-file-of.ts';
import type { ModelFile } from './model-file.ts';
import { packedCells, rowsOf } from './packing.ts';
import { readModelFile } from './read.ts';

const number = fc.oneof(fc.double({ min: -4, max: 4, noNaN: true }), fc.constantFrom(0, -0, 5e-324, 0.1));
const vector = (length: number) => fc.array(number, { minLength: length, maxLength: length });
const matrix = (rows: number, columns: number) => fc.array(vector(columns), { minLength: rows, maxLength: rows });
const size = fc.integer({ min: 1, max: 3 });

/** A file of the cell with any numbers, any sizes, and with or without what may be left out. */
const fileOf = (cell: CellId, kind: LossKind, hasReadout: boolean): fc.Arbitrary<ModelFile> =>
  fc
    .record({ D: size, H: size, outputs: size, T: fc.integer({ min: 1, max: 4 }), hasBias: fc.boolean() })
    .chain(({ D, H, outputs, T, hasBias }) => {
      const rows = rowsOf(cell, H).length;
      const { states }: Cell = cells[cell];
      const bias = (length: number) => (hasBias ? vector(length) : fc.constant(undefined));
      const times = fc.uniqueArray(fc.integer({ min: 1, max: T }), { minLength: 1 });
      return fc
        .record({
          parameters: fc.record({
            weight_ih_l0: matrix(rows, D),
            weight_hh_l0: matrix(rows, H),
            bias_ih_l0: bias(rows),
            bias_hh_l0: vector(rows),
          }),
          inputs: matrix(T, D),
          initial: fc.record(Object.fromEntries(Object.keys(states).map((letter) => [letter, vector(H)]))),
          readout: hasReadout ? fc.record({ weight: matrix(outputs, H), bias: bias(outputs) }) : fc.constant(undefined),
          at: fc.oneof(fc.constantFrom<When>('all', 'last'), times),
          targets: matrix(T, hasReadout ? outputs : H),
        })
        .map(({ at, targets, ...rest }) => {
          const file = { cell, inputSize: D, hiddenSize: H, ...rest, loss: { kind, at, targets } };
          return readModelFile(jsonText(file), 'model.json');
        });
    });

/** Every value and every gradient; what is compared with them has to have the same bits. */
const numbersOf = (run: Run) =>
  [...run.program.graph.values.values()].flatMap(({ id, axis }) =>
    range(0, axis === 'step' ? run.program.timesteps : 0).map((t) => [
      id,
      t,
      [...run.value(id, t)],
      [...run.gradient(id, t)],
    ]),
  );

const choices = packedCells.flatMap((cell) =>
  (Object.keys(losses) as LossKind[]).flatMap((kind) =>
    [true, false].map((hasReadout) => ({ cell, kind, hasReadout, readout: hasReadout ? 'a readout' : 'no readout' })),
  ),
);

describe('from a file to a run, to a file that trace reads, and to a run again', () => {
  test.each(choices)('every number of $cell with $kind and $readout keeps its bits', ({ cell, kind, hasReadout }) => {
    const keeps = fc.property(fileOf(cell, kind, hasReadout), (file) => {
      const run = modelRun(file);
      const taken = modelFileOf({ cell: cells[cell], run });
      const read = readModelFile(jsonText(taken), 'model.json');
      expect(read).toEqual(taken);
      expect(numbersOf(modelRun(read))).toEqual(numbersOf(run));
    });
    fc.assert(keeps, { numRuns: 20, seed });
  });
});

describe('a file of a run', () => {
  const file = readModelFile(JSON.stringify(rightModel), 'model.json');

  test('has what a reader has changed in it', () => {
    const run = modelRun(file);
    run.value('U.f')[0] = 0.75;
    run.value('cell.state', 0)[0] = 2;
    run.value('input', 3)[1] = -7;
    run.value('b.y')[1] = 0.25;
    const taken = modelFileOf({ cell: cells.lstm, run: run.forward().backward() });
    expect(taken.parameters.weight_hh_l0[1]).toEqual([0.75]);
    expect(taken.initial).toEqual({ h: [0.1], c: [2] });
    expect(taken.inputs[2]).toEqual([-1, -7]);
    expect(taken.readout!.bias).toEqual([0, 0.25]);
    expect(modelRun(taken).loss).toBe(run.loss);
  });

  test('has the bias of a cell once, and both of a cell that has two', () => {
    const ofCell = (cell: 'lstm' | 'gru') => {
      const rows = range(1, rowsOf(cell, 1).length);
      const { c: _c, ...initial } = rightModel.initial;
      const parameters = {
        weight_ih_l0: rows.map(() => [1, 2]),
        weight_hh_l0: rows.map(() => [3]),
        bias_ih_l0: rows.map((row) => row),
        bias_hh_l0: rows.map((row) => 10 * row),
      };
      return modelFileOf({ cell: cells[cell], run: modelRun({ ...file, cell, parameters, initial }) }).parameters;
    };
    expect(ofCell('lstm')).toMatchObject({ bias_ih_l0: [11, 22, 33, 44] });
    expect(ofCell('lstm')).not.toHaveProperty('bias_hh_l0');
    expect(ofCell('gru')).toMatchObject({ bias_ih_l0: [1, 2, 3], bias_hh_l0: [10, 20, 30] });
  });

  test('there is none where PyTorch has no such cell', () => {
    const cell = { ...cells.lstm, id: 'peephole' };
    expect(hasModelFile(cell)).toBe(false);
    expect(() => modelFileOf({ cell, run: modelRun(file) })).toThrow('peephole: PyTorch has no such cell');
  });
});

test('a row of a matrix stands on a line of its own', () => {
  const text = jsonText(
    modelFileOf({ cell: cells.lstm, run: modelRun(readModelFile(JSON.stringify(rightModel), '')) }),
  );
  expect(text.slice(0, text.indexOf('"weight_hh'))).toBe(`{
  "cell": "lstm",
  "inputSize": 2,
  "hiddenSize": 1,
  "parameters": {
    "weight_ih_l0": [
      [0.5, -0.2],
      [0.1, 0.4],
      [-0.3, 0.8],
      [0.6, 0.2]
    ],
    `);
  expect(text).toContain('"targets": [\n      [1, 0],\n      null,\n      [0, 1]\n    ]\n');
});

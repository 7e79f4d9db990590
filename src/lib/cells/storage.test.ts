import { describe, expect, test } from 'vitest';
import type { Cell } from './cell.ts';
import { ownParameters } from './own-parameters.ts';
import { cells } from './registry.ts';
import { storageOf } from './storage.ts';

const inTorch = (cell: Cell, id: string) => storageOf(cell, id, 'pytorch', 2);
const inKeras = (cell: Cell, id: string) => storageOf(cell, id, 'keras', 2);

test.each([
  ['W.f', 'weight_ih_l0[2:4]'],
  ['W.c', 'weight_ih_l0[4:6]'],
  ['U.o', 'weight_hh_l0[6:8]'],
  ['b.i', 'bias_ih_l0[0:2] + bias_hh_l0[0:2]'],
])('PyTorch keeps %s of an LSTM with two units in %s', (id, place) => expect(inTorch(cells.lstm, id)).toBe(place));

test.each([
  ['W.f', 'kernel[:, 2:4]'],
  ['U.c', 'recurrent_kernel[:, 4:6]'],
  ['b.o', 'bias[6:8]'],
])('Keras keeps %s of an LSTM with two units in %s', (id, place) => expect(inKeras(cells.lstm, id)).toBe(place));

test('a GRU has two biases in both, its gates in another order in each', () => {
  expect(['W.r', 'b.r', 'd.z'].map((id) => inTorch(cells.gru, id))).toEqual([
    'weight_ih_l0[0:2]',
    'bias_ih_l0[0:2]',
    'bias_hh_l0[2:4]',
  ]);
  expect(['W.r', 'b.r', 'd.z'].map((id) => inKeras(cells.gru, id))).toEqual([
    'kernel[:, 2:4]',
    'bias[0, 2:4]',
    'bias[1, 0:2]',
  ]);
});

test('a readout is a layer of its own', () => {
  expect(inTorch(cells.rnn, 'W.y')).toBe('readout.weight');
  expect(inKeras(cells.rnn, 'W.y')).toBe('readout.kernel');
});

test('a single number is counted from 0 as in Python, by its unit first in PyTorch and last in Keras', () => {
  const at = (notation: 'pytorch' | 'keras', id: string, ...index: number[]) =>
    storageOf(cells.lstm, id, notation, 2, index);
  expect(at('pytorch', 'W.f', 1, 0)).toBe('weight_ih_l0[3, 0]');
  expect(at('pytorch', 'b.f', 1)).toBe('bias_ih_l0[3] + bias_hh_l0[3]');
  expect(at('pytorch', 'W.y', 0, 1)).toBe('readout.weight[0, 1]');
  expect(at('keras', 'W.f', 1, 0)).toBe('kernel[0, 3]');
  expect(at('keras', 'b.f', 1)).toBe('bias[3]');
  expect(at('keras', 'W.y', 0, 1)).toBe('readout.kernel[1, 0]');
  expect(storageOf(cells.gru, 'd.z', 'keras', 2, [1])).toBe('bias[1, 1]');
});

test('what a library does not have, and what the course writes, has no place', () => {
  const homemade: Cell = { ...cells.lstm, torch: undefined, keras: undefined };
  expect([inTorch(homemade, 'W.f'), inKeras(homemade, 'W.f')]).toEqual([undefined, undefined]);
  expect(inKeras(cells.lstm, 'p.f')).toBeUndefined();
  expect(storageOf(cells.lstm, 'W.f', 'course', 2)).toBeUndefined();
});

describe.each(Object.values<Cell>(cells))('$id', (cell) => {
  test('where a library has it, no two of its parameters are kept in the same place', () => {
    for (const notation of [cell.torch && 'pytorch', cell.keras && 'keras'] as const) {
      if (!notation) continue;
      const places = [...ownParameters(cell)].map((id) => storageOf(cell, id, notation, 3));
      expect(places).not.toContain(undefined);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Notation } from '#lib/cells/notation.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { givenArrays } from './given.ts';
import { elementName, placeName, rowHead } from './place-words.ts';

const model = specimen(lstm, { hiddenSize: 2, inputSize: 3, timesteps: 2 });
const arrayIn = (notation: Notation, id: string) =>
  givenArrays(model.inNotation(notation)).find((array) => array.id === id)!;
const addresses = (notation: Notation, id: string): string[][] =>
  arrayIn(notation, id).rows.map((row) => row.map(({ address }) => address));

test('a matrix has a row per unit, and in Keras, where it lies on its side, a column', () => {
  expect(addresses('pytorch', 'W.f')[1]).toEqual(['W.f[1][0]', 'W.f[1][1]', 'W.f[1][2]']);
  expect(addresses('keras', 'W.f')[1]).toEqual(['W.f[0][1]', 'W.f[1][1]']);
});

test('a place is named by the row and the column in which it stands', () => {
  const { rows } = arrayIn('keras', 'W.f');
  expect(placeName(model, rows[2][1], 'en')).toBe('input weights of the forget gate, row 3, column 2');
  expect(elementName(rows[2][1])).toBe('[3][2]');
  expect(rows.map((row) => rowHead(row, 'en'))).toEqual(['1', '2', '3']);
});

test('a number of the cell is of a unit, one of the data an entry', () => {
  const nameIn = (id: string) => placeName(model, arrayIn('course', id).rows[0][1], 'en');
  expect(nameIn('input')).toBe('input, t = 1, entry 2');
  expect(placeName(model, arrayIn('course', 'hidden.state').rows[1][0], 'en')).toBe('hidden state, t = 0, unit 2');
});

test('a bias is a column with its units beside it, and in Keras a row', () => {
  expect(arrayIn('course', 'b.f').rows.map((row) => rowHead(row, 'en'))).toEqual(['1', '2']);
  expect(addresses('keras', 'b.f')).toEqual([['b.f[0]', 'b.f[1]']]);
  expect(arrayIn('keras', 'b.f').rows.map((row) => rowHead(row, 'en'))).toEqual(['']);
});

test('data have a row per timestep in every notation', () => {
  expect(addresses('keras', 'input')).toEqual(addresses('course', 'input'));
  expect(arrayIn('keras', 'input').rows.map((row) => rowHead(row, 'en'))).toEqual(['t = 1', 't = 2']);
});

import { expect, test } from 'vitest';
import { largest, moved, readNumber } from './read-number.ts';

test.each([
  ['0.5', 0.5],
  ['−０．５', -0.5],
  ['1.8·10⁻⁴', 1.8e-4],
  ['-0', 0],
  ['1e6', largest],
])('%s is read', (text, value) => {
  expect(readNumber(text)).toStrictEqual({ value });
});

test.each([
  ['  ', 'empty'],
  ['half', 'unreadable'],
  ['1+1', 'unreadable'],
  ['1000001', 'tooLarge'],
  ['-1e308', 'tooLarge'],
  ['1e999', 'tooLarge'],
])('%j is refused: %s', (text, problem) => {
  expect(readNumber(text)).toEqual({ problem });
});

test('arrow keys leave no dust of binary fractions, and stop at the largest number', () => {
  expect(moved(0.2, 0.1)).toBe(0.3);
  expect(moved(0.1, -0.1)).toStrictEqual(0);
  expect(moved(largest, 1)).toBe(largest);
});

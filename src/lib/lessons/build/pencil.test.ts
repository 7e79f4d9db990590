import { expect, test } from 'vitest';
import { falseEquals } from './equals.ts';
import { computed } from './pencil.ts';

test.each([
  ['2\\,(0.25 - 1)', -1.5],
  ['\\left({-}0.500\\right) \\cdot 0.5 \\cdot (1 - 0.5)', -0.125],
  ['{-}2^{2} + \\frac{1}{4}', -3.75],
  ['\\tanh(0)^2 + \\sigma\\big(0\\big)', 0.5],
  ['{+}1.8\\cdot 10^{{-}4}', 1.8e-4],
  ['\\text{kept: } 0.5 \\cdot 0.5', 0.25],
])('%s is %d', (tex, value) => {
  expect(computed(tex)![0][0]).toBeCloseTo(value, 12);
});

test('arrays multiply as matrices, element by element, and turned round', () => {
  const [matrix, vector] = [
    '\\begin{bmatrix}1 & 2 \\\\ 3 & {-}4\\end{bmatrix}',
    '\\begin{bmatrix}1 \\\\ 10\\end{bmatrix}',
  ];
  expect(computed(`${matrix}\\,${vector}`)).toEqual([[21], [-37]]);
  expect(computed(`${vector} \\odot ${vector} + ${vector}^{2}`)).toEqual([[2], [200]]);
  expect(computed(`${vector}\\,${vector}^{\\top}`)).toEqual([
    [1, 10],
    [10, 100],
  ]);
});

test.each(['C_2 + 1', '0.5 \\cdot', '(1 + 2', '\\partial L', ''])('“%s” is not only numbers', (tex) => {
  expect(computed(tex)).toBeUndefined();
});

test('an equals sign is false where the figures beside it do not come to the same', () => {
  expect(falseEquals('a = 0.5 \\cdot 0.25 = 0.125')).toEqual([]);
  expect(falseEquals('a = 0.5 \\cdot 0.25 = 0.13')).toEqual(['0.5 \\cdot 0.25 = 0.13']);
  expect(falseEquals('a = 0.5 \\cdot 0.25 \\approx 0.13')).toEqual([]);
});

test('in lines that are aligned, one that begins with a sign goes on with the one before', () => {
  const aligned = (...lines: string[]) => `\\begin{aligned} ${lines.join(' \\\\[0.4em] ')} \\end{aligned}`;
  expect(falseEquals(aligned('a &= 0.5 \\cdot 0.25', '&= 0.13'))).toEqual(['0.5 \\cdot 0.25 = 0.13']);
  expect(falseEquals(aligned('a &={} 0.5', '& + 0.25 = 0.8'))).toEqual(['0.5 + 0.25 = 0.8']);
  expect(falseEquals(aligned('a &= 0.5', 'b &= 0.25'))).toEqual([]);
});

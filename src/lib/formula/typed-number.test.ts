import { expect, test } from 'vitest';
import { typedNumber } from './typed-number.ts';

test.each([
  ['0.606', 0.606, 0.001],
  [' +.61 ', 0.61, 0.01],
  ['-0.365', -0.365, 0.001],
  ['−0.365', -0.365, 0.001],
  ['–0.365', -0.365, 0.001],
  ['－０．３６５', -0.365, 0.001],
  ['０。５', 0.5, 0.1],
  ['0,5', 0.5, 0.1],
  ['2', 2, 1],
  ['2.', 2, 1],
  ['1.8e-4', 1.8e-4, 1e-5],
  ['+1.8·10⁻⁴', 1.8e-4, 1e-5],
  ['−1.2 × 10^3', -1200, 100],
  ['≈ 0.671', 0.671, 1e-3],
  ['=-0.67', -0.67, 1e-2],
  ['0.67。', 0.67, 1e-2],
  ['1/2', 0.5, 0],
  ['-1/12', -1 / 12, 0],
  ['１／４', 0.25, 0],
  ['3÷4', 0.75, 0],
])('%s is %d', (text, value, unit) => {
  const typed = typedNumber(text)!;
  expect(typed.value).toBe(value);
  expect(typed.unit).toBeCloseTo(unit, 12);
});

test.each(['', ' ', '.', '-', 'half', '1.2.3', '1e', '0x10', '1/0', '1/2/3', '/2', '2/'])(
  '“%s” is no number',
  (text) => {
    expect(typedNumber(text)).toBeUndefined();
  },
);

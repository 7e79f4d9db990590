import { expect, test } from 'vitest';
import { comparedNumbers, sharedFigures } from './compared-numbers.ts';

const marked = (a: number, b: number): string[] =>
  comparedNumbers(a, b).map(({ same, differs, power }) => `${same}[${differs}]${power}`);

test.each([
  [
    'as many figures as it takes to see the difference',
    0.4054651083,
    0.40546510799,
    ['+0.40546510[8300]', '+0.40546510[7990]'],
  ],
  ['a difference in the sign is a difference from there on', 0.25, -0.25, ['[+0.250]', '[−0.250]']],
  ['small ones share their power of ten', 1.2345e-7, 1.2346e-7, ['+1.234[500]·10⁻⁷', '+1.234[600]·10⁻⁷']],
  ['other powers of ten, other numbers', 1.2e-7, 1.2e-5, ['[+1.20]·10⁻⁷', '[+1.20]·10⁻⁵']],
  ['an exact zero has no figures', 0, 0.001, ['[0]', '[+0.00100]']],
  ['what is not finite has none either', Infinity, 1, ['[+∞]', '[+1.000]']],
])('%s', (_, a, b, texts) => expect(marked(a, b)).toEqual(texts));

test('neighbours among the numbers of double precision are told apart, equal ones shown to the last figure', () => {
  const next = 0.4 + 2 ** -54;
  expect(marked(next, 0.4).map((text) => text.endsWith('[]'))).toEqual([false, false]);
  expect(marked(0.4, 0.4)).toEqual(['+0.40000000000000002[]', '+0.40000000000000002[]']);
});

test.each([
  [0.4054651, 0.4054652, 6],
  [0.0123456, 0.0123457, 5],
  [0.5, -0.5, 0],
  [2.5, 2.5, 17],
])('%d and %d share %d figures', (a, b, count) => expect(sharedFigures(a, b)).toBe(count));

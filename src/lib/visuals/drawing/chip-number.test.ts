import { expect, test } from 'vitest';
import { chipNumber } from './chip-number.ts';

test.each([
  [-0.365, {}, '−0.365'],
  [0.5139, { fraction: true }, '0.514'],
  [0.7, { typed: true }, '+0.70'],
  [0, {}, '0'],
  [0.00004, {}, '+4e−5'],
  [-0.00004, {}, '−4e−5'],
  [0.00004, { fraction: true }, '4e−5'],
  [1234, {}, '+1e3'],
  [9.9994, {}, '+9.999'],
  [9.9996, {}, '+10.00'],
  [-12.3456, {}, '−12.35'],
  [99.996, {}, '+100.0'],
  [123.456, { typed: true }, '+123.5'],
  [Infinity, {}, '+∞'],
  [NaN, {}, 'NaN'],
])('%d %o stands in a chip as %s', (value, style, text) => expect(chipNumber(value, style)).toBe(text));

test('six places are enough for every size', () => {
  for (let size = 1e-12; size < 1e12; size *= 1.37) expect(chipNumber(-size).length, String(size)).toBeLessThan(7);
});

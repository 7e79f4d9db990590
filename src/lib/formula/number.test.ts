import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberText, shownNumber, texOfNumberText } from './number.ts';
import { typeset } from './typeset.ts';

test.each([
  [0.6064, {}, '+0.606'],
  [-0.365, {}, '−0.365'],
  [0.5139, { fraction: true }, '0.514'],
  [12.34567, { unsigned: true }, '12.346'],
  [-0.5, { unsigned: true }, '−0.500'],
  [0, {}, '0'],
  [-0, {}, '0'],
  [0.00018, {}, '+1.8·10⁻⁴'],
  [-0.00004, {}, '−4.0·10⁻⁵'],
  [1234, {}, '+1.2·10³'],
  [999.9996, {}, '+1.0·10³'],
  [0.7, { typed: true }, '+0.70'],
  [2, { typed: true }, '+2.00'],
  [0.125, { typed: true }, '+0.125'],
  [0.123456, { typed: true }, '+0.123'],
  [Infinity, {}, '+∞'],
  [NaN, {}, 'NaN'],
])('%d %o is written %s', (value, style, text) => {
  expect(numberText(value, style)).toBe(text);
});

test('a number and its written form differ by at most half a unit of the last figure, and by nothing in sign', () => {
  fc.assert(
    fc.property(fc.double({ min: -2000, max: 2000, noNaN: true }), (value) => {
      const shown = shownNumber(value);
      const unit = Math.abs(value) < 0.0005 || Math.abs(value) >= 999.9995 ? Math.abs(value) / 10 : 0.001;
      expect(Math.abs(shown - value)).toBeLessThanOrEqual(unit * 0.5000001);
      expect(Math.sign(shown) + 0).toBe(Math.sign(value) + 0);
    }),
  );
});

test('writing a written number again changes no figure', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e300, max: 1e300, noNaN: true }), (value) => {
      expect(numberText(shownNumber(value))).toBe(numberText(value));
    }),
  );
});

test('every written number compiles as TeX', () => {
  for (const value of [0, 0.5, -0.5, 1e-7, -2.5e11, Infinity, -Infinity, NaN]) {
    expect(typeset(texOfNumberText(numberText(value)), true)).toHaveProperty('html');
  }
});

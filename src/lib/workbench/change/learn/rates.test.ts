import { expect, test } from 'vitest';
import { placeOfRate, rates, tenthOf } from './rates.ts';

test('the slider rises evenly enough from 10⁻⁵ to 10', () => {
  expect([rates[0], rates.at(-1)]).toEqual([1e-5, 10]);
  rates.slice(1).forEach((rate, place) => {
    expect(rate / rates[place]).toBeGreaterThan(1.15);
    expect(rate / rates[place]).toBeLessThan(1.35);
  });
});

test('a rate has the nearest place, and one beyond the ends the end', () => {
  rates.forEach((rate, place) => expect(placeOfRate(rate)).toBe(place));
  expect(rates[placeOfRate(0.21)]).toBe(0.2);
  expect(rates[placeOfRate(1e9)]).toBe(10);
  for (const rate of [1e-12, 0, -1]) expect(placeOfRate(rate)).toBe(0);
});

test.each([
  [0.3, 0.03],
  [10, 1],
  [0.7, 0.07],
])('a tenth of %d is %d', (rate, tenth) => expect(tenthOf(rate)).toBe(tenth));

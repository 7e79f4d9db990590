/** The learning rates of the slider: ten round figures for every power of ten. */
import { range } from '#lib/engine/instances.ts';

const figures = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];

export const rates: readonly number[] = [
  // Written as a literal: powers of ten by ** are a bit off here and there.
  ...range(-5, 0).flatMap((exponent) => figures.map((figure) => Number(`${figure}e${exponent}`))),
  10,
];

/** The place on the slider for any rate: the nearest there is. */
export function placeOfRate(rate: number): number {
  const distance = (each: number): number => Math.abs(Math.log(each / Math.max(rate, rates[0])));
  return rates.reduce((best, each, place) => (distance(each) < distance(rates[best]) ? place : best), 0);
}

/** A tenth, without the bits that dividing leaves: 0.03 of 0.3. */
export const tenthOf = (rate: number): number => Number((rate / 10).toPrecision(12));

/** Where the lines of a chart's grid stand, and what is written at them. */
import { range } from '#lib/engine/instances.ts';
import { numberText, powerOfTen } from '#lib/formula/number.ts';

export interface Axis {
  readonly kind: 'linear' | 'logarithmic';
  readonly ticks: readonly number[];
  /** The line of the grid that stands for nothing: 0, or the floor. */
  readonly base: number;
  text(value: number): string;
  /** Whether a number has a place on it. */
  holds(value: number): boolean;
}

export interface LogarithmicAxis extends Axis {
  /** From one line of the grid to the next, in words. */
  readonly factor: string;
}

export const fractionAxis: Axis = {
  kind: 'linear',
  ticks: [0, 0.25, 0.5, 0.75, 1],
  base: 0,
  text: (value) => numberText(value, { fraction: true, typed: true }),
  holds: Number.isFinite,
};

const roundFigures = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** Centred on 0, from −`most` to `most`, or to a round figure beyond. */
export function signedAxis(most: number): Axis {
  const power = 10 ** Math.floor(Math.log10(most));
  const end = roundFigures.find((figure) => figure * power >= most * (1 - 1e-12))! * power;
  return {
    kind: 'linear',
    ticks: [-end, -end / 2, 0, end / 2, end],
    base: 0,
    text: (value) => numberText(value, { typed: true }),
    holds: Number.isFinite,
  };
}

const mostLines = 8;

/** Every line a power of ten, a factor of 100 apart, or whatever keeps the lines few. Zero has no place on it. */
export function logarithmicAxis(values: readonly number[]): LogarithmicAxis {
  const holds = (value: number): boolean => value > 0 && Number.isFinite(value);
  const exponents = values.filter(holds).map(Math.log10);
  const [least, most] = exponents.length ? [Math.min(...exponents), Math.max(...exponents)] : [-1, 0];
  const step = [1, 2, 4, 10, 20, 50, 100].find((width) => (most - least) / width <= (width === 1 ? 3 : mostLines))!;
  const [bottom, top] = [Math.floor(least / step), Math.max(Math.ceil(most / step), Math.floor(least / step) + 1)];
  // Written as a literal: powers of ten by ** are a bit off here and there.
  const ticks = range(bottom, top).map((place) => Number(`1e${place * step}`));
  return {
    kind: 'logarithmic',
    ticks: ticks.filter(holds),
    base: ticks[0],
    text: (value) => powerOfTen(Math.round(Math.log10(value))),
    holds,
    factor: step < 3 ? String(10 ** step) : powerOfTen(step),
  };
}

/** The first timestep, the last, and round ones between them that keep clear of both. */
export function timeTicks(timesteps: number, most: number): number[] {
  const step = [1, 2, 4, 5, 10, 20, 25, 50, 100, 200, 500].find((width) => timesteps / width <= most) ?? 1000;
  const isClear = (t: number): boolean => Math.min(t - 1, timesteps - t) >= 0.6 * step;
  const between = range(2, timesteps - 1).filter((t) => t % step === 0 && isClear(t));
  return [...new Set([1, ...between, timesteps])];
}

/** Values at one timestep and for one sample: which there are, and what an operand stands for. */
import type { Axis, Equation, Value } from './equations.ts';

export interface Sizes {
  /** T; timesteps count 1…T, and t = 0 is the initial state. */
  readonly timesteps: number;
  /** Samples computed side by side, counted from 0. */
  readonly samples: number;
}

/** A value at one timestep and for one sample; t and sample are 0 where its axis has none. */
export interface Instance {
  readonly id: string;
  readonly t: number;
  readonly sample: number;
}

/** Row of an instance in its block: t = 0 first where there are timesteps, the samples of one timestep together. */
export const rowOf = (axis: Axis, t: number, sample: number, { samples }: Sizes): number =>
  axis === 'step' ? t * samples + sample : axis === 'sample' ? sample : 0;

export function isComputedAt({ when }: Equation, t: number, { timesteps }: Sizes): boolean {
  if (t < 1 || t > timesteps) return false;
  return when === 'all' || (when === 'last' ? t === timesteps : when.includes(t));
}

/** What an operand stands for when its user is computed at (t, sample): one instance, or one per timestep or sample. */
export function instancesOf(
  { id, axis, lag, over, equation }: Value,
  t: number,
  sample: number,
  sizes: Sizes,
): Instance[] {
  if (over === 'samples') return range(0, sizes.samples - 1).map((each) => ({ id, t: 0, sample: each }));
  if (over === 'time') {
    const times = range(1, sizes.timesteps).filter((time) => !equation || isComputedAt(equation, time, sizes));
    if (!times.length) throw new Error(`${id}: holds at none of the timesteps 1…${sizes.timesteps}`);
    return times.map((time) => ({ id, t: time, sample }));
  }
  return [{ id, t: axis === 'step' ? t - lag : 0, sample: axis === 'once' ? 0 : sample }];
}

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);

import { range } from '#lib/engine/instances.ts';

/** The part of 0 … count − 1 that is shown with `chosen` in it, `most` at a time. */
export function pageOf(chosen: number, count: number, most: number): number[] {
  const first = Math.floor(Math.min(chosen, count - 1) / most) * most;
  return range(first, Math.min(first + most, count) - 1);
}

import { range } from '#lib/engine/instances.ts';
import type { Shape } from '#lib/engine/shapes.ts';

/** A matrix, row by row, of its numbers in storage order. */
export function matrixRows(numbers: Float64Array, [rows, columns]: Shape): number[][] {
  return range(0, rows - 1).map((row) => [...numbers.subarray(row * columns, (row + 1) * columns)]);
}

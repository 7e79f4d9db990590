import { sizeOf, type Shape } from '#lib/engine/shapes.ts';

/** More rows or columns than this are shortened, with the chosen unit in full. */
export const mostShown = 4;

/** The elements, in storage order, that a unit stands for: its own number; of a matrix its row, or its place on the diagonal. */
export function shownElements(shape: Shape, unit: number): number[] {
  if (shape.length === 0) return [0];
  const columns = sizeOf(shape.slice(1));
  const row = Math.min(unit, shape[0] - 1);
  const shown =
    columns <= mostShown ? Array.from({ length: columns }, (_, column) => column) : [Math.min(unit, columns - 1)];
  return shown.map((column) => row * columns + column);
}

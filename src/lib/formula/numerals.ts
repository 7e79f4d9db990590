import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import { atom, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { numberText, texOfNumberText, type NumberStyle } from './number.ts';

/** How an array stands on paper. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** What stands there, as its place in storage. */
  elementAt(row: number, column: number): number;
  /** Of rank 3: so many matrices, one after the other. */
  readonly planes: number;
}

/** A vector is a column; where vectors are rows, every array lies on its side. */
export function gridOf({ hasRowVectors }: Pick<NamedRun, 'hasRowVectors'>, shape: Shape): Grid {
  const [down = 1, across = 1] = shape.length > 2 ? shape.slice(-2) : shape;
  const planes = sizeOf(shape) / (down * across);
  return hasRowVectors
    ? { rows: across, columns: down, planes, elementAt: (row, column) => column * across + row }
    : { rows: down, columns: across, planes, elementAt: (row, column) => row * across + column };
}

const one = (value: number, style: NumberStyle): string => texOfNumberText(numberText(value, style));

/** An array of numbers as TeX: a single number, a column or a row, a matrix; of rank 3 the matrices one after the other. */
export function texOfNumbers(values: ArrayLike<number>, grid: Grid, style: NumberStyle = {}): Tex {
  const { rows, columns, planes, elementAt } = grid;
  if (rows * columns * planes === 1) {
    const text = one(values[0], style);
    return { kind: 'atom', text, signed: text.startsWith('{'), single: true };
  }
  const matrices = Array.from({ length: planes }, (_, plane) => {
    const lines = Array.from({ length: rows }, (__, row) =>
      Array.from({ length: columns }, (___, column) =>
        one(values[plane * rows * columns + elementAt(row, column)], style),
      ).join(' & '),
    );
    return `\\begin{bmatrix}${lines.join(' \\\\ ')}\\end{bmatrix}`;
  });
  return atom(matrices.join('\\;'));
}

import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import { atom, type Tex } from '#lib/engine/tex.ts';
import { numberText, texOfNumberText, type NumberStyle } from './number.ts';

const one = (value: number, style: NumberStyle): string => texOfNumberText(numberText(value, style));

/** An array of numbers as TeX: a single number, a column, a matrix; of rank 3 the matrices one after the other. */
export function texOfNumbers(values: ArrayLike<number>, shape: Shape, style: NumberStyle = {}): Tex {
  if (sizeOf(shape) === 1) {
    const text = one(values[0], style);
    return { kind: 'atom', text, signed: text.startsWith('{'), single: true };
  }
  const columns = shape.length < 2 ? 1 : shape[shape.length - 1];
  const rows = shape.length < 2 ? shape[0] : shape[shape.length - 2];
  const matrices = Array.from({ length: sizeOf(shape) / (rows * columns) }, (_, plane) => {
    const lines = Array.from({ length: rows }, (__, row) =>
      Array.from({ length: columns }, (___, column) =>
        one(values[(plane * rows + row) * columns + column], style),
      ).join(' & '),
    );
    return `\\begin{bmatrix}${lines.join(' \\\\ ')}\\end{bmatrix}`;
  });
  return atom(matrices.join('\\;'));
}

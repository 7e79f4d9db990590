/** Values that are held, and what they do not pass on, as lines of Python. */
import type { Hold } from '#lib/engine/edits.ts';
import { indexOfElement, type Shape } from '#lib/engine/shapes.ts';
import { arrayLiteral, numberLiteral } from './literal.ts';
import type { Dialect } from './script-choice.ts';

/** `forget_gate_2[0] = 0.5`. A single number has no elements: it is replaced. */
export function assign(dialect: Dialect, name: string, shape: Shape, { index }: Hold, to: number): string {
  if (shape.length === 0) return `${name} = ${arrayLiteral(dialect, shape, Float64Array.of(to))}`;
  const place = index === undefined ? '...' : indexOfElement(shape, index).join(', ');
  return `${name}[${place}] = ${numberLiteral(to)}`;
}

import type { Operation } from '#lib/engine/operation.ts';
import { operations, type OperationName } from '#lib/engine/operations.ts';
import { atom } from '#lib/engine/tex.ts';

/** Half width and half height of a node. */
export type Extent = readonly [number, number];

export type Shape = 'circle' | 'square' | 'dome' | 'stadium' | 'formula';

/** A gate is a door with a flat floor, 0…1; tanh is the same up as down. */
const shapes: Readonly<Partial<Record<OperationName, Shape>>> = {
  multiply: 'circle',
  add: 'square',
  sigmoid: 'dome',
  tanh: 'stadium',
  oneMinus: 'stadium',
};

/** An operation that no cell has drawn before shows its name, or its own formula, like a weighted sum. */
export const shapeOf = (operation: OperationName): Shape =>
  shapes[operation] ?? (hasShortName(operations[operation]) ? 'stadium' : 'formula');

/** Letters that a stadium has room for. */
const mostLetters = 5;

/** Whether it is written as a function of one operand, with a name as short as ReLU. */
function hasShortName({ arity, tex }: Operation): boolean {
  if (arity !== 1) return false;
  const written = tex([atom('')], { operands: [[1]], result: [1], settings: {} });
  return written.kind === 'call' && written.name.replace(/\\operatorname|\W/g, '').length <= mostLetters;
}

/** @param width of a formula; what is usual has room for a name */
export const extentOf = (shape: Shape, width = 64): Extent => {
  const fixed = { circle: [13.5, 13.5], square: [13.5, 13.5], dome: [17, 12.5], stadium: [21, 12.5] } as const;
  return shape === 'formula' ? [width / 2, 11.5] : fixed[shape];
};

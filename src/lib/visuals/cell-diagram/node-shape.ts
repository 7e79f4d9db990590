import type { OperationName } from '#lib/engine/operations.ts';

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

/** An operation that no cell has drawn before shows its own formula, like a weighted sum. */
export const shapeOf = (operation: OperationName): Shape => shapes[operation] ?? 'formula';

export const extentOf = (shape: Shape, width = 112): Extent => {
  const fixed = { circle: [13.5, 13.5], square: [13.5, 13.5], dome: [17, 12.5], stadium: [21, 12.5] } as const;
  return shape === 'formula' ? [width / 2, 11.5] : fixed[shape];
};

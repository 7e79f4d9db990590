import type { Scalar } from './scalar.ts';
import { sameShape, shapeText, type Shape } from './shapes.ts';
import type { Tex } from './tex.ts';

/** What the kernels and the element rule may know besides numbers. Fixed when an equation is written. */
export interface Context {
  readonly operands: readonly Shape[];
  readonly result: Shape;
  /** Whole-number settings of the operation, such as a pooling window. */
  readonly settings: Readonly<Record<string, number>>;
}

/** An operand as its author knows it, for error messages. */
export interface NamedShape {
  readonly name: string;
  readonly shape: Shape;
}

export type Arrays = readonly Float64Array[];

/** Writes the result `y`, from the operands `x`. */
export type Forward = (y: Float64Array, x: Arrays, context: Context) => void;

/**
 * Adds to `d`, the gradient of operand `k`, what this one use contributes: `g` is the gradient of the result `y`.
 * Never writes anything else, so every use is a term of a sum that can be shown, or left out, on its own.
 */
export type Backward = (
  d: Float64Array,
  g: Float64Array,
  y: Float64Array,
  x: Arrays,
  context: Context,
  k: number,
) => void;

/** Rows of one array per timestep: element `j` of row `r` is `data[offset + r * stride + j]`. */
export interface Rows {
  readonly data: Float64Array;
  readonly offset: number;
  readonly stride: number;
  readonly width: number;
}

/** All faces of one operation in one place. The table of them is `operations.ts`. */
export interface Operation {
  /** How many operands it takes; left out: any number from one on. */
  readonly arity?: number;
  /** The result's shape; throws, naming the operands and their shapes, if they do not fit. */
  shape(operands: readonly NamedShape[], settings: Readonly<Record<string, number>>): Shape;
  /** Element `i` of the result: the definition. Everything else here is tested against it. */
  element(i: number, operands: readonly ((index: number) => Scalar)[], context: Context): Scalar;
  /** Between which numbers every element of a result lies, whatever the operands; left out: anywhere. */
  readonly range?: readonly [lowest: number, highest: number];
  readonly forward: Forward;
  /** Rule `k` serves operand `k`; the last one serves every operand after it too. */
  readonly backward: readonly Backward[];
  /**
   * For an operand that stays the same over time: its share from `count` timesteps at once, `g` and the operands given
   * as rows. Waiting until the loop over time is done makes ∂L/∂W about twice as fast. Null: no such shortcut.
   */
  readonly overTime?: (k: number, context: Context) => OverTime | null;
  /**
   * Whether results of several equations, laid on top of each other, come from operand `k` laid on top of each other
   * (rows of W and b, everything elementwise of one operand) or from an operand they share (the x of W x). Left out: never merged.
   */
  readonly stacks?: (k: number, context: Context) => boolean;
  tex(operands: readonly Tex[], context: Context): Tex;
  /** ∂L/∂(operand k) as this use contributes to it, from ∂L/∂y. */
  texBackward(k: number, g: Tex, y: Tex, operands: readonly Tex[], context: Context): Tex;
}

export type OverTime = (d: Float64Array, g: Rows, x: readonly Rows[], count: number) => void;

export const backwardRule = (operation: Operation, k: number): Backward =>
  operation.backward[Math.min(k, operation.backward.length - 1)];

export function refuse(operands: readonly NamedShape[], why = 'their shapes should be the same'): never {
  const list = operands.map(({ name, shape }) => `${name} is ${shapeText(shape)}`).join(', ');
  throw new Error(`${list}: ${why}`);
}

/** The shape rule of elementwise operations. */
export function alike(operands: readonly NamedShape[]): Shape {
  const first = operands[0].shape;
  return operands.every(({ shape }) => sameShape(shape, first)) ? first : refuse(operands);
}

export function mustBeSingle(operand: NamedShape): void {
  if (operand.shape.length > 0) refuse([operand], 'a single number belongs here');
}

/** The rule of an operand that gets the result's gradient unchanged. */
export const passOn: Backward = (d, g) => {
  for (let i = 0; i < d.length; i++) d[i] += g[i];
};

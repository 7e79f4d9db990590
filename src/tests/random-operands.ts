/** Operands for every row of the table of operations: shapes that fit, and numbers for which the operation has a value. */
import fc from 'fast-check';
import { operations, type OperationName } from '#lib/engine/operations.ts';
import type { Context, NamedShape, Operation } from '#lib/engine/operation.ts';
import { sizeOf, type Shape } from '#lib/engine/shapes.ts';

export interface Specimen {
  readonly context: Context;
  readonly x: readonly Float64Array[];
  /** A gradient of the result. */
  readonly g: Float64Array;
}

interface Fitting {
  readonly shapes: readonly Shape[];
  readonly settings?: Readonly<Record<string, number>>;
  /** Operands that must be positive. */
  readonly positive?: readonly number[];
}

const few = fc.integer({ min: 1, max: 5 });
const anyShape: fc.Arbitrary<Shape> = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });
const vectors = few.map((length): Shape => [length]);

const withSingle = (positive: number[] = []) => anyShape.map((shape) => ({ shapes: [shape, []], positive }));

/** One pair of matrix and vector after another, biases between them. */
const affineOperands: fc.Arbitrary<Fitting> = fc
  .tuple(few, fc.array(fc.option(few), { minLength: 1, maxLength: 4 }))
  .map(([rows, parts]) => ({
    shapes: parts.flatMap((columns): Shape[] => (columns === null ? [[rows]] : [[rows, columns], [columns]])),
  }));

const convolveOperands: fc.Arbitrary<Fitting> = fc
  .tuple(few, few, few, fc.nat(3), fc.nat(3))
  .map(([count, height, width, down, across]) => ({
    shapes: [[height + down, width + across], [count, height, width], [count]],
  }));

const poolOperands: fc.Arbitrary<Fitting> = fc
  .tuple(fc.option(few), few, few, fc.integer({ min: 1, max: 3 }))
  .map(([planes, rows, columns, window]) => ({
    shapes: [[...(planes === null ? [] : [planes]), rows * window, columns * window]],
    settings: { window },
  }));

/** What operations take that does not simply take operands of one and the same shape, with any numbers in them. */
const particular: Partial<Record<OperationName, fc.Arbitrary<Fitting>>> = {
  affine: affineOperands,
  divide: fc.oneof(
    withSingle([1]),
    anyShape.map((shape) => ({ shapes: [shape, shape], positive: [1] })),
  ),
  scale: withSingle(),
  shift: withSingle(),
  squareRoot: anyShape.map((shape) => ({ shapes: [shape], positive: [0] })),
  softmax: vectors.map((shape) => ({ shapes: [shape] })),
  normalise: anyShape.map((shape) => ({ shapes: [shape, shape, shape, []], positive: [2, 3] })),
  convolve: convolveOperands,
  pool: poolOperands,
  categoricalCrossEntropy: vectors.map((shape) => ({ shapes: [shape, shape] })),
};

const alike = ({ arity }: Operation): fc.Arbitrary<Fitting> =>
  fc
    .tuple(anyShape, arity === undefined ? few : fc.constant(arity))
    .map(([shape, count]) => ({ shapes: Array.from({ length: count }, () => shape) }));

// Whole numbers, too: with them come equal numbers and zeros, on which a kernel may decide otherwise than its definition.
const number = fc.oneof(fc.double({ min: -2, max: 2, noNaN: true }), fc.integer({ min: -2, max: 2 }));
const positiveNumber = fc.double({ min: 0.1, max: 2, noNaN: true });

const arrayOf = (numbers: fc.Arbitrary<number>, length: number): fc.Arbitrary<Float64Array> =>
  fc.array(numbers, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all));

/** None of them tiny: the jump of a slope must be seen. */
const slope = fc.constantFrom(-1.7, -1, -0.3, 0, 0.6, 1, 1.9);

const table: Record<string, Operation> = operations;

/** `count` uses of the operation `name`, with operands of the same shapes. */
export function specimens(name: string, count: number): fc.Arbitrary<Specimen[]> {
  const fittings = particular[name as OperationName] ?? alike(table[name]);
  return fittings.chain(({ shapes, settings = {}, positive = [] }) => {
    const context = contextOf(name, shapes, settings);
    const arrays = shapes.map((shape, k) => arrayOf(positive.includes(k) ? positiveNumber : number, sizeOf(shape)));
    const one = fc.tuple(fc.tuple(...arrays), arrayOf(slope, sizeOf(context.result)));
    const all = fc.array(one, { minLength: count, maxLength: count });
    return all.map((numbers) => numbers.map(([x, g]) => ({ context, x, g })));
  });
}

function contextOf(name: string, shapes: readonly Shape[], settings: Readonly<Record<string, number>>): Context {
  const named = shapes.map((shape, k): NamedShape => ({ name: `operand ${k}`, shape }));
  try {
    return { operands: shapes, result: table[name].shape(named, settings), settings };
  } catch (error) {
    if (name in particular) throw error;
    throw new Error(
      `${name} does not take operands of one shape. Say in src/tests/random-operands.ts, in \`particular\`, which ` +
        `shapes and settings it takes and which operands must be positive. (${(error as Error).message})`,
      { cause: error },
    );
  }
}

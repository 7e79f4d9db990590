/**
 * What the functions in a formula come to, by the names they are written with: those of mathematics as anybody knows
 * them, others as the one row says that writes them so.
 */
import { range } from '#lib/engine/instances.ts';
import type { Operation } from '#lib/engine/operation.ts';
import { operations } from '#lib/engine/operations.ts';
import { call, evaluate, read, type ScalarFunction } from '#lib/engine/scalar.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { atom, type Tex } from '#lib/engine/tex.ts';
import { functionTex } from '#lib/formula/scalar-tex.ts';
import { each, elementwise, isNumber, total, type Matrix } from './matrix.ts';

type Called = (...operands: Matrix[]) => Matrix;

function softmax(a: Matrix): Matrix {
  const powers = each(a, Math.exp);
  return each(powers, (x) => x / total(powers));
}

/** Not as the engine computes them, so that a row which writes one for another is found out. */
const mathematics: Readonly<Record<string, Called>> = {
  '\\sigma': (a) => each(a, (x) => 1 / (1 + Math.exp(-x))),
  '\\tanh': (a) => each(a, Math.tanh),
  '\\exp': (a) => each(a, Math.exp),
  '\\log': (a) => each(a, Math.log),
  '\\max': (...all) => all.reduce((a, b) => elementwise(a, b, Math.max)),
  '\\operatorname{softmax}': softmax,
  '\\log\\operatorname{softmax}': (a) => each(softmax(a), Math.log),
};

/** @throws for a function that nothing is written as, or two operations are */
export function calledWith(name: string, operands: readonly Matrix[]): Matrix {
  const ways = Object.hasOwn(mathematics, name) ? [mathematics[name]] : waysWritten(name, operands.length);
  if (ways.length !== 1) {
    throw new Error(
      `${ways.length || 'no'} rows are written ${name}(…), so it is not known what it computes: ` +
        'a function is written alike in its row of src/lib/formula/scalar-tex.ts and in tex of its operation ' +
        '(src/lib/engine/operations/), and nothing else is',
    );
  }
  return ways[0](...operands);
}

/** A function of single numbers stands in `scalar-tex.ts`; what works on a whole array has no more than its operation. */
function waysWritten(name: string, count: number): Called[] {
  const symbols = range(1, count).map((k) => atom(`x_{${k}}`));
  const isWritten = (tex: Tex): boolean => tex.kind === 'call' && tex.name === name && isListOf(tex.of, symbols);
  const functions = Object.entries(functionTex).filter(([, write]) => isWritten(write(...symbols)));
  if (functions.length) return functions.map(([id]) => elementByElement(id as ScalarFunction));
  const context = { operands: symbols.map(() => [1]), result: [1], settings: {} };
  return Object.values<Operation>(operations)
    .filter(({ arity, tex }) => arity === count && isWritten(tex(symbols, context)))
    .map(asDefined);
}

const isListOf = (tex: Tex, symbols: readonly Tex[]): boolean =>
  tex.kind === 'list' ? tex.parts.every((part, k) => part === symbols[k]) : tex === symbols[0];

const elementByElement =
  (id: ScalarFunction): Called =>
  (...operands) => {
    const whole = operands.find((operand) => !isNumber(operand)) ?? operands[0];
    const scalar = call(id, ...operands.map((_, k) => read(k, 0)));
    const at = (k: number, row: number, column: number): number =>
      isNumber(operands[k]) ? operands[k][0][0] : operands[k][row][column];
    return whole.map((numbers, row) => numbers.map((_, column) => evaluate(scalar, (k) => at(k, row, column))));
  };

const asDefined =
  ({ shape, element }: Operation): Called =>
  (...operands) => {
    const numbers = operands.map((operand) => operand.flat());
    const shapes = numbers.map(({ length }) => [length]);
    const result = shape(
      shapes.map((each, k) => ({ name: `operand ${k + 1}`, shape: each })),
      {},
    );
    const context = { operands: shapes, result, settings: {} };
    const reads = operands.map((_, k) => (index: number) => read(k, index));
    const valueAt = (i: number): number => evaluate(element(i, reads, context), (k, index) => numbers[k][index]);
    if (sizeOf(result) === 1) return [[valueAt(0)]];
    const [{ length: across }] = operands[0];
    return operands[0].map((row, i) => row.map((_, j) => valueAt(i * across + j)));
  };

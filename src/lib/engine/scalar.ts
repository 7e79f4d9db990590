/**
 * Arithmetic on single numbers, as data: what one element of an operation's result is made of.
 *
 * An operation states its meaning once, in this form. From it come the arithmetic shown for one unit, where a number
 * comes from, and, by the chain rule below, the derivative that every hand-written kernel is tested against.
 */
import { exp, log, sigmoid, tanh } from './elementary.ts';

export type Scalar =
  | { readonly kind: 'constant'; readonly value: number }
  /** Element `index` (in storage order) of operand number `operand`. */
  | { readonly kind: 'read'; readonly operand: number; readonly index: number }
  | { readonly kind: 'sum'; readonly parts: readonly Scalar[] }
  | { readonly kind: 'product'; readonly parts: readonly Scalar[] }
  | { readonly kind: 'call'; readonly name: ScalarFunction; readonly parts: readonly Scalar[] };

export type Read = Extract<Scalar, { kind: 'read' }>;

export const constant = (value: number): Scalar => ({ kind: 'constant', value });
export const read = (operand: number, index: number): Scalar => ({ kind: 'read', operand, index });
export const sum = (...parts: Scalar[]): Scalar => ({ kind: 'sum', parts });
export const product = (...parts: Scalar[]): Scalar => ({ kind: 'product', parts });
export const call = (name: ScalarFunction, ...parts: Scalar[]): Scalar => ({ kind: 'call', name, parts });
export const negative = (a: Scalar): Scalar => product(constant(-1), a);
export const difference = (a: Scalar, b: Scalar): Scalar => sum(a, negative(b));
export const square = (a: Scalar): Scalar => product(a, a);

interface FunctionRule {
  value(parts: readonly number[]): number;
  /** The derivative by part `k`, written with the function's own `value` where that is shorter. */
  derivative(parts: readonly number[], value: number, k: number): number;
}

const logSumExp = (parts: readonly number[]): number => {
  const largest = Math.max(...parts);
  return largest + log(parts.reduce((total, part) => total + exp(part - largest), 0));
};

const rules = {
  sigmoid: { value: ([a]) => sigmoid(a), derivative: (_, s) => s * (1 - s) },
  tanh: { value: ([a]) => tanh(a), derivative: (_, h) => 1 - h * h },
  relu: { value: ([a]) => (a > 0 ? a : 0), derivative: ([a]) => (a > 0 ? 1 : 0) },
  exp: { value: ([a]) => exp(a), derivative: (_, e) => e },
  squareRoot: { value: ([a]) => Math.sqrt(a), derivative: (_, root) => 0.5 / root },
  reciprocal: { value: ([a]) => 1 / a, derivative: (_, inverse) => -inverse * inverse },
  /** log Σ exp aₖ, with the largest part taken out so that nothing overflows. */
  logSumExp: { value: logSumExp, derivative: (parts, value, k) => exp(parts[k] - value) },
  /** The first of the largest parts takes the whole derivative. */
  maximum: {
    value: (parts) => Math.max(...parts),
    derivative: (parts, value, k) => (parts.indexOf(value) === k ? 1 : 0),
  },
} satisfies Record<string, FunctionRule>;

export type ScalarFunction = keyof typeof rules;
const scalarFunctions: Record<ScalarFunction, FunctionRule> = rules;

export type Reader = (operand: number, index: number) => number;

export function evaluate(scalar: Scalar, reader: Reader): number {
  switch (scalar.kind) {
    case 'constant':
      return scalar.value;
    case 'read':
      return reader(scalar.operand, scalar.index);
    case 'sum':
      return scalar.parts.reduce((total, part) => total + evaluate(part, reader), 0);
    case 'product':
      return scalar.parts.reduce((total, part) => total * evaluate(part, reader), 1);
    case 'call':
      return scalarFunctions[scalar.name].value(scalar.parts.map((part) => evaluate(part, reader)));
  }
}

/**
 * The chain rule: hands `visit` every place where `scalar` reads an operand, with the derivative through that place.
 * An element read in two places is visited twice; its derivative is the sum.
 */
export function differentiate(
  scalar: Scalar,
  reader: Reader,
  visit: (place: Read, derivative: number) => void,
  outer = 1,
): void {
  if (scalar.kind === 'constant') return;
  if (scalar.kind === 'read') return visit(scalar, outer);
  const values = scalar.parts.map((part) => evaluate(part, reader));
  scalar.parts.forEach((part, k) => differentiate(part, reader, visit, outer * partial(scalar, values, k)));
}

function partial(scalar: Exclude<Scalar, { kind: 'constant' | 'read' }>, values: number[], k: number): number {
  if (scalar.kind === 'sum') return 1;
  if (scalar.kind === 'product') return values.reduce((rest, value, j) => (j === k ? rest : rest * value), 1);
  const rule = scalarFunctions[scalar.name];
  return rule.derivative(values, rule.value(values), k);
}

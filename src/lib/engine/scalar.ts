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

export type ScalarFunction =
  'sigmoid' | 'tanh' | 'relu' | 'exp' | 'squareRoot' | 'reciprocal' | 'logSumExp' | 'maximum';

interface FunctionRule {
  value(parts: readonly number[]): number;
  /** The derivative by part `k`, written with the function's `own` value where that is shorter. */
  derivative(parts: readonly Scalar[], own: Scalar, k: number, values: readonly number[]): Scalar;
}

const logSumExp = (parts: readonly number[]): number => {
  const largest = Math.max(...parts);
  return largest + log(parts.reduce((total, part) => total + exp(part - largest), 0));
};

const rules: Readonly<Record<ScalarFunction, FunctionRule>> = {
  sigmoid: { value: ([a]) => sigmoid(a), derivative: (_, s) => product(s, difference(constant(1), s)) },
  tanh: { value: ([a]) => tanh(a), derivative: (_, h) => difference(constant(1), square(h)) },
  relu: { value: ([a]) => (a > 0 ? a : 0), derivative: (_, __, ___, [a]) => constant(a > 0 ? 1 : 0) },
  exp: { value: ([a]) => exp(a), derivative: (_, e) => e },
  squareRoot: {
    value: ([a]) => Math.sqrt(a),
    derivative: (_, root) => product(constant(0.5), call('reciprocal', root)),
  },
  reciprocal: { value: ([a]) => 1 / a, derivative: (_, inverse) => negative(square(inverse)) },
  /** log Σ exp aₖ, with the largest part taken out so that nothing overflows. */
  logSumExp: { value: logSumExp, derivative: (parts, own, k) => call('exp', difference(parts[k], own)) },
  /** The first of the largest parts takes the whole derivative. */
  maximum: {
    value: (parts) => Math.max(...parts),
    derivative: (_, __, k, values) => constant(values.indexOf(Math.max(...values)) === k ? 1 : 0),
  },
};

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
      return rules[scalar.name].value(scalar.parts.map((part) => evaluate(part, reader)));
  }
}

/**
 * The chain rule: hands `visit` every place where `scalar` reads an operand, with the derivative through that place.
 * An element read in two places is visited twice; its derivative is the sum.
 */
export function differentiate(scalar: Scalar, reader: Reader, visit: (place: Read, derivative: number) => void): void {
  chainRule(scalar, scalar, reader, (place, factors) => visit(place, evaluate(product(...factors), reader)));
}

/**
 * The same, written down: the factors whose product is the derivative through a place.
 * @param own how the value of `scalar` itself is written where a derivative makes use of it
 */
export function chainRule(
  scalar: Scalar,
  own: Scalar,
  reader: Reader,
  visit: (place: Read, factors: readonly Scalar[]) => void,
  outer: readonly Scalar[] = [],
): void {
  if (scalar.kind === 'constant') return;
  if (scalar.kind === 'read') return visit(scalar, outer);
  scalar.parts.forEach((part, k) =>
    chainRule(part, part, reader, visit, [...outer, ...partial(scalar, own, k, reader)]),
  );
}

function partial(scalar: Compound, own: Scalar, k: number, reader: Reader): readonly Scalar[] {
  if (scalar.kind === 'sum') return [];
  if (scalar.kind === 'product') return scalar.parts.filter((_, j) => j !== k);
  const values = scalar.parts.map((part) => evaluate(part, reader));
  return [rules[scalar.name].derivative(scalar.parts, own, k, values)];
}

type Compound = Exclude<Scalar, { kind: 'constant' | 'read' }>;

import { describe, expect, it } from 'vitest';
import {
  call,
  constant,
  difference,
  differentiate,
  evaluate,
  negative,
  product,
  read,
  square,
  sum,
  type Scalar,
  type ScalarFunction,
} from './scalar.ts';

const a = read(0, 0);
const b = read(1, 0);
const c = read(1, 1);
const numbers = [[0.7], [1.3, 0.4]];
const reader = (operand: number, index: number) => numbers[operand][index];

/** ∂scalar/∂(every place), those of one number added up. */
function derivatives(scalar: Scalar, at = reader): Record<string, number> {
  const found: Record<string, number> = {};
  differentiate(scalar, at, ({ operand, index }, derivative) => {
    const place = `${operand}.${index}`;
    found[place] = (found[place] ?? 0) + derivative;
  });
  return found;
}

describe('evaluate', () => {
  it('does the arithmetic that is written', () => {
    expect(evaluate(constant(5), reader)).toBe(5);
    expect(evaluate(c, reader)).toBe(0.4);
    expect(evaluate(sum(a, b, constant(1)), reader)).toBe(3);
    expect(evaluate(product(b, constant(2), constant(3)), reader)).toBeCloseTo(7.8, 12);
    expect(evaluate(difference(a, b), reader)).toBeCloseTo(-0.6, 15);
    expect(evaluate(negative(a), reader)).toBe(-0.7);
    expect(evaluate(square(b), reader)).toBeCloseTo(1.69, 15);
  });

  it.each<[ScalarFunction, number[], number]>([
    ['sigmoid', [0], 0.5],
    ['tanh', [0.5], 0.46211715726001],
    ['relu', [-1], 0],
    ['relu', [2], 2],
    ['exp', [1], 2.718281828459045],
    ['squareRoot', [9], 3],
    ['reciprocal', [4], 0.25],
    ['logSumExp', [0, 0], 0.6931471805599453],
    ['logSumExp', [1500, 1500], 1500 + 0.6931471805599453],
    ['maximum', [1, 3, 2], 3],
  ])('%s of %j is %d', (name, parts, value) => {
    expect(evaluate(call(name, ...parts.map(constant)), reader)).toBeCloseTo(value, 12);
  });
});

describe('differentiate', () => {
  it('follows sums and products, and adds what comes by several ways', () => {
    // a² + 3 a b − c
    const scalar = sum(square(a), product(constant(3), a, b), negative(c));
    const found = derivatives(scalar);
    expect(found['0.0']).toBeCloseTo(2 * 0.7 + 3 * 1.3, 14);
    expect(found['1.0']).toBeCloseTo(3 * 0.7, 14);
    expect(found['1.1']).toBe(-1);
  });

  it('multiplies through functions within functions', () => {
    // d/da tanh(σ(2a)) = (1 − tanh²) · σ(1 − σ) · 2
    const s = 1 / (1 + Math.exp(-1.4));
    const expected = (1 - Math.tanh(s) * Math.tanh(s)) * s * (1 - s) * 2;
    expect(derivatives(call('tanh', call('sigmoid', product(constant(2), a))))['0.0']).toBeCloseTo(expected, 14);
  });

  it.each<ScalarFunction>(['sigmoid', 'tanh', 'relu', 'exp', 'squareRoot', 'reciprocal', 'logSumExp', 'maximum'])(
    'of %s is the slope of its value, by each part',
    (name) => {
      const parts = [0.7, 1.3, 0.4];
      const isOfMany = name === 'logSumExp' || name === 'maximum';
      const scalar = call(name, ...(isOfMany ? [read(0, 0), read(0, 1), read(0, 2)] : [read(0, 0)]));
      const value = (i: number, by: number) => evaluate(scalar, (_, index) => parts[index] + (index === i ? by : 0));
      const found = derivatives(scalar, (_, index) => parts[index]);
      for (let i = 0; i < (isOfMany ? 3 : 1); i++) {
        expect(found[`0.${i}`]).toBeCloseTo((value(i, 1e-5) - value(i, -1e-5)) / 2e-5, 8);
      }
    },
  );

  it('gives the first of equal largest parts the whole derivative, and ReLU none at zero', () => {
    const atOne = () => 1;
    expect(derivatives(call('maximum', read(0, 0), read(0, 1)), atOne)).toEqual({ '0.0': 1, '0.1': 0 });
    expect(derivatives(call('relu', a), () => 0)).toEqual({ '0.0': 0 });
  });

  it('visits nothing in a constant', () => {
    expect(derivatives(sum(constant(1), constant(2)))).toEqual({});
  });
});

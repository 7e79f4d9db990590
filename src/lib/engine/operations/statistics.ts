/**
 * Sum, mean and variance of alike arrays, element by element: over timesteps or over samples, one operand each.
 * And what is done with them: normalise, softmax.
 */
import { exp } from '../elementary.ts';
import { alike, mustBeSingle, passOn, refuse, type Operation } from '../operation.ts';
import { call, constant, difference, product, square, sum, type Scalar } from '../scalar.ts';
import { sizeOf } from '../shapes.ts';
import {
  atom,
  texCall,
  texDifference,
  texElementwise,
  texFraction,
  texMatrixProduct,
  texMean,
  texNegative,
  texProduct,
  texRoot,
  texSquare,
  texSum,
  texTransposed,
} from '../tex.ts';

export const sumOperation: Operation = {
  shape: alike,
  element: (i, operands) => sum(...operands.map((operand) => operand(i))),
  forward(y, x) {
    for (let i = 0; i < y.length; i++) {
      let total = 0;
      for (let k = 0; k < x.length; k++) total += x[k][i];
      y[i] = total;
    }
  },
  backward: [passOn],
  tex: (operands) => texSum(...operands),
  texBackward: (_, g) => g,
};

const meanOf = (parts: readonly Scalar[]): Scalar => product(constant(1 / parts.length), sum(...parts));

export const mean: Operation = {
  shape: alike,
  element: (i, operands) => meanOf(operands.map((operand) => operand(i))),
  forward(y, x) {
    for (let i = 0; i < y.length; i++) y[i] = meanAt(x, i);
  },
  backward: [
    (d, g, _, x) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] / x.length;
    },
  ],
  tex: (operands) => texMean(...operands),
  texBackward: (_, g, __, operands) =>
    operands.length === 1 ? g : texProduct(atom(`\\tfrac{1}{${operands.length}}`), g),
};

function meanAt(x: readonly Float64Array[], i: number): number {
  let total = 0;
  for (let k = 0; k < x.length; k++) total += x[k][i];
  return total / x.length;
}

/** The mean squared distance from the mean (divided by n, as batch normalization does, not by n − 1). */
export const variance: Operation = {
  shape: alike,
  element(i, operands) {
    const parts = operands.map((operand) => operand(i));
    return meanOf(parts.map((part) => square(difference(part, meanOf(parts)))));
  },
  forward(y, x) {
    for (let i = 0; i < y.length; i++) {
      const centre = meanAt(x, i);
      let total = 0;
      for (let k = 0; k < x.length; k++) total += (x[k][i] - centre) * (x[k][i] - centre);
      y[i] = total / x.length;
    }
  },
  backward: [
    (d, g, _, x, __, k) => {
      for (let i = 0; i < d.length; i++) d[i] += (g[i] * 2 * (x[k][i] - meanAt(x, i))) / x.length;
    },
  ],
  tex(operands) {
    const centre = texMean(...operands);
    return texMean(...operands.map((operand) => texSquare(texDifference(operand, centre))));
  },
  texBackward: (k, g, _, operands) =>
    texElementwise(
      g,
      texProduct(atom(`\\tfrac{2}{${operands.length}}`), texDifference(operands[k], texMean(...operands))),
    ),
};

/** (x − mean) / √(variance + ε), with ε a single number. */
export const normalise: Operation = {
  arity: 4,
  shape(operands) {
    mustBeSingle(operands[3]);
    return alike(operands.slice(0, 3));
  },
  element: (i, [x, centre, spread, epsilon]) =>
    product(difference(x(i), centre(i)), call('reciprocal', call('squareRoot', sum(spread(i), epsilon(0))))),
  forward(y, [x, centre, spread, epsilon]) {
    for (let i = 0; i < y.length; i++) y[i] = (x[i] - centre[i]) / Math.sqrt(spread[i] + epsilon[0]);
  },
  backward: [
    (d, g, _, [, , spread, epsilon]) => {
      for (let i = 0; i < d.length; i++) d[i] += g[i] / Math.sqrt(spread[i] + epsilon[0]);
    },
    (d, g, _, [, , spread, epsilon]) => {
      for (let i = 0; i < d.length; i++) d[i] -= g[i] / Math.sqrt(spread[i] + epsilon[0]);
    },
    (d, g, y, [, , spread, epsilon]) => {
      for (let i = 0; i < d.length; i++) d[i] -= (0.5 * g[i] * y[i]) / (spread[i] + epsilon[0]);
    },
    (d, g, y, [, , spread, epsilon]) => {
      for (let i = 0; i < g.length; i++) d[0] -= (0.5 * g[i] * y[i]) / (spread[i] + epsilon[0]);
    },
  ],
  tex: ([x, centre, spread, epsilon]) => texFraction(texDifference(x, centre), texRoot(texSum(spread, epsilon))),
  texBackward(k, g, y, [, , spread, epsilon]) {
    const widened = texSum(spread, epsilon);
    const share = texFraction(g, texRoot(widened));
    if (k < 2) return k === 0 ? share : texNegative(share);
    const byVariance = texNegative(texFraction(texElementwise(g, y), texProduct(atom('2'), texSum(widened))));
    return k === 2 ? byVariance : texProduct(atom('\\sum'), byVariance);
  },
};

/** exp(aᵢ) / Σ exp(aⱼ), with the largest a taken out so that nothing overflows. */
export const softmax: Operation = {
  arity: 1,
  shape: ([a]) => (a.shape.length === 1 ? a.shape : refuse([a], 'softmax takes a vector')),
  element: (i, [a], { operands }) => call('exp', difference(a(i), logSumExpOf(a, sizeOf(operands[0])))),
  forward(y, [a]) {
    let largest = -Infinity;
    for (let i = 0; i < a.length; i++) if (a[i] > largest) largest = a[i];
    let total = 0;
    for (let i = 0; i < a.length; i++) total += y[i] = exp(a[i] - largest);
    for (let i = 0; i < a.length; i++) y[i] /= total;
  },
  backward: [
    (d, g, y) => {
      let common = 0;
      for (let i = 0; i < y.length; i++) common += g[i] * y[i];
      for (let i = 0; i < y.length; i++) d[i] += y[i] * (g[i] - common);
    },
  ],
  tex: ([a]) => texCall('\\operatorname{softmax}', a),
  texBackward: (_, g, y) => texElementwise(y, texDifference(g, texMatrixProduct(texTransposed(y), g))),
};

export const logSumExpOf = (a: (index: number) => Scalar, length: number): Scalar =>
  call('logSumExp', ...Array.from({ length }, (_, j) => a(j)));

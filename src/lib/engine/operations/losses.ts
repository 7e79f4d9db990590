/** Losses: operand 0 is the output (for the cross-entropies a logit: the number before σ or softmax), operand 1 the target. */
import { exp, log, sigmoid, softplus } from '../elementary.ts';
import { alike, refuse, type NamedShape, type Operation } from '../operation.ts';
import { call, constant, difference, negative, product, square, sum, type Scalar } from '../scalar.ts';
import { sizeOf, type Shape } from '../shapes.ts';
import {
  atom,
  texCall,
  texDifference,
  texElementwise,
  texMatrixProduct,
  texNegative,
  texProduct,
  texSquare,
  texSum,
  texTransposed,
  type Tex,
} from '../tex.ts';
import { logSumExpOf } from './statistics.ts';

const single = (operands: readonly NamedShape[]): Shape => {
  alike(operands);
  return [];
};

const each = (length: number, term: (i: number) => Scalar): Scalar[] => Array.from({ length }, (_, i) => term(i));
const oneOver = (n: number): Tex[] => (n === 1 ? [] : [atom(`\\tfrac{1}{${n}}`)]);

/** Σ (y − target)², times `weight(n)`: its mean and its sum differ in nothing else. */
function squaredError(
  weight: (n: number) => number,
  weightTex: (n: number, over: string) => ReturnType<typeof atom>[],
): Operation {
  const slope =
    (sign: 1 | -1): Operation['backward'][number] =>
    (d, g, _, [output, target]) => {
      const factor = sign * 2 * weight(d.length) * g[0];
      for (let i = 0; i < d.length; i++) d[i] += factor * (output[i] - target[i]);
    };
  return {
    arity: 2,
    shape: single,
    element(_, [output, target], { operands }) {
      const n = sizeOf(operands[0]);
      return product(constant(weight(n)), sum(...each(n, (i) => square(difference(output(i), target(i))))));
    },
    forward(y, [output, target]) {
      let total = 0;
      for (let i = 0; i < output.length; i++) total += (output[i] - target[i]) * (output[i] - target[i]);
      y[0] = weight(output.length) * total;
    },
    backward: [slope(1), slope(-1)],
    tex: ([output, target], { operands }) =>
      texProduct(...weightTex(sizeOf(operands[0]), '1'), atom('\\sum'), texSquare(texDifference(output, target))),
    texBackward(k, g, _, [output, target], { operands }) {
      const difference = k === 0 ? texDifference(output, target) : texDifference(target, output);
      const weights = weightTex(sizeOf(operands[0]), '2');
      return texProduct(g, ...(weights.length ? weights : [atom('2')]), difference);
    },
  };
}

export const sumOfSquaredErrors = squaredError(
  () => 1,
  () => [],
);

export const meanSquaredError = squaredError(
  (n) => 1 / n,
  (n, over) => (n === 1 ? [] : [atom(`\\tfrac{${over}}{${n}}`)]),
);

/** The mean over units of −y·log σ(a) − (1 − y)·log(1 − σ(a)), written as softplus(a) − y·a, which is finite for every a. */
export const binaryCrossEntropy: Operation = {
  arity: 2,
  shape: single,
  element(_, [a, target], { operands }) {
    const n = sizeOf(operands[0]);
    const terms = each(n, (i) => difference(call('logSumExp', constant(0), a(i)), product(target(i), a(i))));
    return product(constant(1 / n), sum(...terms));
  },
  forward(y, [a, target]) {
    let total = 0;
    for (let i = 0; i < a.length; i++) total += softplus(a[i]) - target[i] * a[i];
    y[0] = total / a.length;
  },
  backward: [
    (d, g, _, [a, target]) => {
      for (let i = 0; i < d.length; i++) d[i] += (g[0] / d.length) * (sigmoid(a[i]) - target[i]);
    },
    (d, g, _, [a]) => {
      for (let i = 0; i < d.length; i++) d[i] -= (g[0] / d.length) * a[i];
    },
  ],
  tex([a, target], { operands }) {
    const term = texDifference(texCall('\\log', texSum(atom('1'), texCall('\\exp', a))), texElementwise(target, a));
    return texProduct(...oneOver(sizeOf(operands[0])), atom('\\sum'), term);
  },
  texBackward: (k, g, _, [a, target], { operands }) =>
    texProduct(
      g,
      ...oneOver(sizeOf(operands[0])),
      k === 0 ? texDifference(texCall('\\sigma', a), target) : texNegative(a),
    ),
};

/** −Σ y·log softmax(a), written as Σ y·(log Σ exp a − a), which is finite for every a. */
export const categoricalCrossEntropy: Operation = {
  arity: 2,
  shape: (operands) =>
    operands[0].shape.length === 1 ? single(operands) : refuse(operands, 'cross-entropy compares vectors'),
  element(_, [a, target], { operands }) {
    const n = sizeOf(operands[0]);
    return sum(...each(n, (i) => product(target(i), sum(logSumExpOf(a, n), negative(a(i))))));
  },
  forward(y, [a, target]) {
    const normaliser = logSumExp(a);
    let total = 0;
    for (let i = 0; i < a.length; i++) total += target[i] * (normaliser - a[i]);
    y[0] = total;
  },
  backward: [
    (d, g, _, [a, target]) => {
      const normaliser = logSumExp(a);
      let weight = 0;
      for (let i = 0; i < d.length; i++) weight += target[i];
      for (let i = 0; i < d.length; i++) d[i] += g[0] * (weight * exp(a[i] - normaliser) - target[i]);
    },
    (d, g, _, [a]) => {
      const normaliser = logSumExp(a);
      for (let i = 0; i < d.length; i++) d[i] += g[0] * (normaliser - a[i]);
    },
  ],
  tex: ([a, target]) =>
    texNegative(texMatrixProduct(texTransposed(target), texCall('\\log\\operatorname{softmax}', a))),
  texBackward: (k, g, _, [a, target]) =>
    k === 0
      ? texProduct(
          g,
          texDifference(
            texProduct(texProduct(atom('\\textstyle\\sum'), target), texCall('\\operatorname{softmax}', a)),
            target,
          ),
        )
      : texProduct(g, texNegative(texCall('\\log\\operatorname{softmax}', a))),
};

function logSumExp(a: Float64Array): number {
  let largest = -Infinity;
  for (let i = 0; i < a.length; i++) if (a[i] > largest) largest = a[i];
  let total = 0;
  for (let i = 0; i < a.length; i++) total += exp(a[i] - largest);
  return largest + log(total);
}

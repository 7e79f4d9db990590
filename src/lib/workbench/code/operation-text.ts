/**
 * Every operation as Python. One row per operation, forward in both libraries and, for NumPy, the chain rule through each
 * operand; PyTorch differentiates by itself. Operands come as names or subscripts, so nothing here needs brackets for them.
 */
import type { Context } from '#lib/engine/operation.ts';
import type { OperationName } from '#lib/engine/operations.ts';
import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import type { Dialect } from './script-choice.ts';

export interface Occurrence extends Context {
  /** All operands as one Python list, and how many they are: for operations that take any number. */
  readonly list: string;
  readonly count: number;
}

type Forward = (x: readonly string[], occurrence: Occurrence) => string;
/** What a use hands on to its operand `k`, from the gradient `g` of its result `y`. */
type Backward = (g: string, y: string, x: readonly string[], occurrence: Occurrence, k: number) => string;

interface OperationText {
  readonly forward: Readonly<Record<Dialect, Forward>>;
  /** Rule `k` serves operand `k`; the last one serves every operand after it too, as in the engine's table. */
  readonly backward: readonly Backward[];
}

/** Both libraries write it the same way, perhaps with another name in front. */
const alike = (text: (x: readonly string[], library: 'np' | 'torch', occurrence: Occurrence) => string) => ({
  numpy: (x: readonly string[], occurrence: Occurrence) => text(x, 'np', occurrence),
  pytorch: (x: readonly string[], occurrence: Occurrence) => text(x, 'torch', occurrence),
});

const passOn: Backward = (g) => g;
const turnSign: Backward = (g) => `-${g}`;

/** A single number gets what all elements hand on to it. */
const inTotal = (term: string, shape: Shape): string => (shape.length === 0 ? term : `np.sum(${term})`);
const over = (n: number): string => (n === 1 ? '' : ` / ${n}`);

const isMatrix = ({ operands }: Context, k: number): boolean => operands[k].length === 2;
const isMultiplied = (occurrence: Context, k: number): boolean => k > 0 && isMatrix(occurrence, k - 1);

const widened: (x: readonly string[]) => string = ([, , spread, epsilon]) => `(${spread} + ${epsilon})`;
const byVariance: Backward = (g, y, x) => `-${g} * ${y} / (2 * ${widened(x)})`;

/** `sign`: the target's gradient is the output's, turned round. */
const squaredSlope =
  (sign: '' | '-', isMean: boolean): Backward =>
  (g, _, [output, target], { operands }) =>
    `${sign}${g} * 2 * (${output} - ${target})${isMean ? over(sizeOf(operands[0])) : ''}`;

const logSumExp = (a: string): string => `np.logaddexp.reduce(${a})`;

export const operationTexts: Readonly<Record<OperationName, OperationText>> = {
  affine: {
    forward: alike((x, _, occurrence) => {
      const terms = x.flatMap((name, k) => {
        if (isMatrix(occurrence, k)) return [`${name} @ ${x[k + 1]}`];
        return isMultiplied(occurrence, k) ? [] : [name];
      });
      return terms.join(' + ');
    }),
    backward: [
      (g, _, x, occurrence, k) => {
        if (isMatrix(occurrence, k)) return `np.outer(${g}, ${x[k + 1]})`;
        return isMultiplied(occurrence, k) ? `${x[k - 1]}.T @ ${g}` : g;
      },
    ],
  },
  add: { forward: alike(([a, b]) => `${a} + ${b}`), backward: [passOn] },
  subtract: { forward: alike(([a, b]) => `${a} - ${b}`), backward: [passOn, turnSign] },
  multiply: {
    forward: alike(([a, b]) => `${a} * ${b}`),
    backward: [(g, _, [, b]) => `${g} * ${b}`, (g, _, [a]) => `${g} * ${a}`],
  },
  divide: {
    forward: alike(([a, b]) => `${a} / ${b}`),
    backward: [
      (g, _, [, b]) => `${g} / ${b}`,
      (g, y, [, b], { operands, result }) =>
        operands[1].length === 0 ? inTotal(`-${g} * ${y} / ${b}`, result) : `-${g} * ${y} / ${b}`,
    ],
  },
  scale: {
    forward: alike(([a, factor]) => `${factor} * ${a}`),
    backward: [(g, _, [, factor]) => `${factor} * ${g}`, (g, _, [a], { result }) => inTotal(`${g} * ${a}`, result)],
  },
  shift: {
    forward: alike(([a, offset]) => `${a} + ${offset}`),
    backward: [passOn, (g, _, __, { result }) => inTotal(g, result)],
  },
  oneMinus: { forward: alike(([a]) => `1 - ${a}`), backward: [turnSign] },
  squareRoot: {
    forward: alike(([a], library) => `${library}.sqrt(${a})`),
    backward: [(g, y) => `${g} / (2 * ${y})`],
  },
  sigmoid: {
    forward: { numpy: ([a]) => `sigmoid(${a})`, pytorch: ([a]) => `torch.sigmoid(${a})` },
    backward: [(g, y) => `${g} * ${y} * (1 - ${y})`],
  },
  tanh: {
    forward: alike(([a], library) => `${library}.tanh(${a})`),
    backward: [(g, y) => `${g} * (1 - ${y}**2)`],
  },
  relu: {
    forward: { numpy: ([a]) => `np.maximum(${a}, 0)`, pytorch: ([a]) => `torch.relu(${a})` },
    backward: [(g, _, [a]) => `${g} * (${a} > 0)`],
  },
  softmax: {
    forward: {
      numpy: ([a]) => `np.exp(${a} - ${logSumExp(a)})`,
      pytorch: ([a]) => `torch.softmax(${a}, dim=0)`,
    },
    backward: [(g, y) => `${y} * (${g} - ${y} @ ${g})`],
  },
  sum: { forward: alike((_, __, { list }) => `sum(${list})`), backward: [passOn] },
  mean: {
    forward: alike((_, __, { list, count }) => `sum(${list})${over(count)}`),
    backward: [(g, _, __, { count }) => `${g}${over(count)}`],
  },
  variance: {
    forward: {
      numpy: (_, { list }) => `np.var(${list}, axis=0)`,
      pytorch: (_, { list }) => `torch.stack(${list}).var(dim=0, unbiased=False)`,
    },
    backward: [(g, _, x, { list, count }, k) => `${g} * 2 * (${x[k]} - np.mean(${list}, axis=0))${over(count)}`],
  },
  normalise: {
    forward: alike(([x, centre, spread, epsilon], library) => {
      return `(${x} - ${centre}) / ${library}.sqrt(${spread} + ${epsilon})`;
    }),
    backward: [
      (g, _, x) => `${g} / np.sqrt${widened(x)}`,
      (g, _, x) => `-${g} / np.sqrt${widened(x)}`,
      byVariance,
      (g, y, x, occurrence, k) => inTotal(byVariance(g, y, x, occurrence, k), occurrence.result),
    ],
  },
  convolve: {
    forward: {
      numpy: ([picture, filters, bias]) =>
        `np.einsum("ijrc,frc->fij", windows(${picture}, ${filters}), ${filters}) + ${bias}[:, None, None]`,
      pytorch: ([picture, filters, bias]) => `F.conv2d(${picture}[None, None], ${filters}[:, None], ${bias})[0]`,
    },
    backward: [
      (g, _, [, filters], { operands }) => `unconvolve(${g}, ${filters}, (${operands[0].join(', ')}))`,
      (g, _, [picture, filters]) => `np.einsum("ijrc,fij->frc", windows(${picture}, ${filters}), ${g})`,
      (g) => `${g}.sum(axis=(1, 2))`,
    ],
  },
  pool: {
    forward: {
      numpy: ([picture], { result, settings: { window } }) => {
        const [rows, columns] = result.slice(-2);
        return `${picture}.reshape(${[...result.slice(0, -2), rows, window, columns, window].join(', ')}).max(axis=(-3, -1))`;
      },
      pytorch: ([picture], { result, settings: { window } }) =>
        result.length === 2 ? `F.max_pool2d(${picture}[None], ${window})[0]` : `F.max_pool2d(${picture}, ${window})`,
    },
    backward: [(g, _, [picture], { settings: { window } }) => `unpool(${g}, ${picture}, ${window})`],
  },
  meanSquaredError: {
    forward: {
      numpy: ([output, target]) => `np.mean((${output} - ${target})**2)`,
      pytorch: ([output, target]) => `F.mse_loss(${output}, ${target})`,
    },
    backward: [squaredSlope('', true), squaredSlope('-', true)],
  },
  sumOfSquaredErrors: {
    forward: alike(([output, target], library) => `${library}.sum((${output} - ${target})**2)`),
    backward: [squaredSlope('', false), squaredSlope('-', false)],
  },
  binaryCrossEntropy: {
    forward: {
      numpy: ([a, target]) => `np.mean(np.logaddexp(0, ${a}) - ${target} * ${a})`,
      pytorch: ([a, target]) => `F.binary_cross_entropy_with_logits(${a}, ${target})`,
    },
    backward: [
      (g, _, [a, target], { operands }) => `${g} * (sigmoid(${a}) - ${target})${over(sizeOf(operands[0]))}`,
      (g, _, [a], { operands }) => `-${g} * ${a}${over(sizeOf(operands[0]))}`,
    ],
  },
  categoricalCrossEntropy: {
    forward: {
      numpy: ([a, target]) => `np.sum(${target} * (${logSumExp(a)} - ${a}))`,
      pytorch: ([a, target]) => `F.cross_entropy(${a}, ${target})`,
    },
    backward: [
      (g, _, [a, target]) => `${g} * (np.sum(${target}) * np.exp(${a} - ${logSumExp(a)}) - ${target})`,
      (g, _, [a]) => `${g} * (${logSumExp(a)} - ${a})`,
    ],
  },
};

export const forwardText = (
  operation: OperationName,
  dialect: Dialect,
  x: readonly string[],
  occurrence: Occurrence,
): string => operationTexts[operation].forward[dialect](x, occurrence);

export function backwardText(
  operation: OperationName,
  k: number,
  g: string,
  y: string,
  x: readonly string[],
  occurrence: Occurrence,
): string {
  const { backward } = operationTexts[operation];
  return backward[Math.min(k, backward.length - 1)](g, y, x, occurrence, k);
}

/**
 * The table of operations: everything a network here can do. A row holds all there is to know about one operation
 * (`operation.ts` says what); its words in each language live in `i18n`, under the same key.
 */
import type { Operation } from './operation.ts';
import { affine } from './operations/affine.ts';
import {
  add,
  divide,
  multiply,
  oneMinus,
  relu,
  scale,
  shift,
  sigmoidOperation,
  squareRoot,
  subtract,
  tanhOperation,
} from './operations/elementwise.ts';
import {
  binaryCrossEntropy,
  categoricalCrossEntropy,
  meanSquaredError,
  sumOfSquaredErrors,
} from './operations/losses.ts';
import { convolve, pool } from './operations/pictures.ts';
import { mean, normalise, softmax, sumOperation, variance } from './operations/statistics.ts';

export const operations = {
  affine,
  add,
  subtract,
  multiply,
  divide,
  scale,
  shift,
  oneMinus,
  squareRoot,
  sigmoid: sigmoidOperation,
  tanh: tanhOperation,
  relu,
  softmax,
  sum: sumOperation,
  mean,
  variance,
  normalise,
  convolve,
  pool,
  meanSquaredError,
  sumOfSquaredErrors,
  binaryCrossEntropy,
  categoricalCrossEntropy,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;

export const operationOf = ({ operation }: { readonly operation: OperationName }): Operation => operations[operation];

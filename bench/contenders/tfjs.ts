import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import { layers } from '@tensorflow/tfjs-layers';
import type { Parameter, Problem } from '../problem.ts';
import type { MakeContender } from './contender.ts';

// As its authors advise where speed counts; it also keeps the library from recommending its other backends.
tf.enableProdMode();

/** The order in which this library lays the gates side by side. */
const order = ['i', 'f', 'c', 'o'] as const;
const families = ['W', 'U', 'b'] as const;

export const makeTfjs: MakeContender = (problem) => {
  const { inputSize: D, hiddenSize: H, timesteps: T } = problem;
  const x = tf.tensor3d(flat(problem.inputs), [1, T, D]);
  const target = tf.tensor3d(flat(problem.targets), [1, T, H]);
  // The library's own default for the gates is a piecewise linear imitation of the sigmoid.
  const layer = layers.lstm({
    units: H,
    recurrentActivation: 'sigmoid',
    recurrentInitializer: 'zeros',
    unitForgetBias: false,
    returnSequences: true,
  });
  // A layer makes its weights when it is first applied.
  tf.dispose(layer.apply(x) as tf.Tensor);
  layer.setWeights(families.map((family) => sideBySide(problem, family)));
  const weights = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const lossOf = (): tf.Scalar => tf.mean(tf.squaredDifference(layer.apply(x) as tf.Tensor, target));
  const gradientsOf = () => tf.variableGrads(lossOf, weights);
  let last = gradientsOf();
  const pass = (): void => {
    tf.dispose([last.value, ...Object.values(last.grads)]);
    last = gradientsOf();
  };
  return {
    pass,
    step(rate) {
      pass();
      tf.tidy(() => {
        for (const weight of weights) weight.assign(tf.sub(weight, tf.mul(rate, last.grads[weight.name])));
      });
    },
    loss: () => last.value.dataSync()[0],
    gradient: (parameter) => part(last.grads[weights[families.indexOf(parameter.family)].name], parameter, H),
  };
};

const flat = (rows: readonly Float64Array[]): number[] => rows.flatMap((row) => [...row]);

/** This library multiplies from the other side: row j holds what element j of the input is multiplied by, for all gates. */
function sideBySide({ inputSize, hiddenSize: H, parameters }: Problem, family: Parameter['family']): tf.Tensor {
  const columns = { W: inputSize, U: H, b: 1 }[family];
  const numbers = new Float32Array(columns * 4 * H);
  for (const parameter of parameters.filter((each) => each.family === family)) {
    parameter.numbers.forEach((number, k) => {
      numbers[placeOf(k, columns, parameter, H)] = number;
    });
  }
  return family === 'b' ? tf.tensor1d(numbers) : tf.tensor2d(numbers, [columns, 4 * H]);
}

function part(matrix: tf.Tensor, parameter: Parameter, H: number): Float64Array {
  const numbers = matrix.dataSync();
  const columns = numbers.length / (4 * H);
  return parameter.numbers.map((_, k) => numbers[placeOf(k, columns, parameter, H)]);
}

/** Where element k of one gate's own matrix stands. */
function placeOf(k: number, columns: number, { letter }: Parameter, H: number): number {
  const [row, column] = [Math.floor(k / columns), k % columns];
  return column * 4 * H + order.indexOf(letter) * H + row;
}

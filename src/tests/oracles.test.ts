import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients of all operations.
import '@tensorflow/tfjs-layers';
import recurrent, { type Mat } from 'recurrent-js';
import { beforeAll, describe, expect, it } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import { range, type Instance } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { sequenceModel, type CellEquations } from '#lib/engine/sequence-model.ts';
import { Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { formulas, type Algebra } from './oracle-formulas.ts';
import { address, computed, given, results } from './specimen.ts';

const registered: Record<string, CellEquations> = cells;
const known = Object.keys(formulas);
const sizes = [
  { inputSize: 2, hiddenSize: 3, outputSize: 2, timesteps: 5 },
  { inputSize: 1, hiddenSize: 1, outputSize: 1, timesteps: 1 },
  { inputSize: 5, hiddenSize: 7, outputSize: 4, timesteps: 11 },
];
const cases = known.flatMap((name) => sizes.map((each) => [name, each] as const));

// As its authors advise where speed counts; it also keeps the library from recommending its other backends.
beforeAll(() => tf.enableProdMode());

type Sizes = (typeof sizes)[number];

function runOf(name: string, { timesteps, ...rest }: Sizes): Run {
  const graph = sequenceModel(registered[name], rest, { kind: 'sse', at: 'all' });
  return computed({ graph, sizes: { timesteps, samples: 1 }, seed: 42 });
}

const key = (id: string, t: number) => address({ id, t, sample: 0 });

/** All that a library computes, by address. */
type Notes<Matrix> = Map<string, Matrix>;

/** Walks a cell and its readout over time. `make` makes a matrix of what is given, `keep` of what is computed. */
function walk<Matrix>(
  name: string,
  run: Run,
  algebra: Algebra<Matrix>,
  make: (instance: Instance) => Matrix,
  keep = (_at: string, value: Matrix): Matrix => value,
): Notes<Matrix> {
  const notes: Notes<Matrix> = new Map(given(run.program).map((each) => [address(each), make(each)]));
  const get = (id: string, t: number) => notes.get(key(id, t))!;
  for (const t of range(1, run.program.timesteps)) {
    const note = (id: string, value: Matrix) => {
      notes.set(key(id, t), keep(key(id, t), value));
      return get(id, t);
    };
    const of = (id: string) => get(id, 0);
    formulas[name](algebra, { x: get('input', t), of, before: (id) => get(id, t - 1), note });
    note('output', algebra.plus(algebra.times(of('W.y'), get('hidden.state', t)), of('b.y')));
  }
  return notes;
}

/** What of the run has another value or another gradient than the library says. */
function misses(run: Run, tolerance: number, theirs: (at: string) => { value: Lengthy; gradient: Lengthy } | null) {
  let compared = 0;
  const found = [...given(run.program), ...results(run.program)].flatMap(({ id, t, sample }) => {
    const their = /^(target|loss)/.test(id) ? null : theirs(address({ id, t, sample }));
    if (!their) return [];
    compared++;
    const fits = (a: Float64Array, b: Lengthy) =>
      a.length === b.length && a.every((x, i) => Math.abs(x - b[i]) <= tolerance * Math.max(1, Math.abs(b[i])));
    return [
      ...(fits(run.value(id, t), their.value) ? [] : [`${id}@${t}`]),
      ...(fits(run.gradient(id, t), their.gradient) ? [] : [`grad:${id}@${t}`]),
    ];
  });
  const all = [...given(run.program), ...results(run.program)].filter(({ id }) => !/^(target|loss)/.test(id));
  expect(compared).toBe(all.length);
  return found;
}

type Lengthy = ArrayLike<number>;

const shapeOf = (run: Run, id: string, length: number): [rows: number, columns: number] => {
  const [rows] = run.program.graph.values.get(id)!.shape;
  return [rows, length / rows];
};

describe('recurrent-js', () => {
  it.each(cases)('agrees on every value and every gradient of %s, %j, within 1e-12', (name, size) => {
    const run = runOf(name, size);
    const graph = new recurrent.Graph();
    graph.memorizeOperationSequence(true);
    const filled = (like: Mat, value: number) => {
      const matrix = new recurrent.Mat(like.rows, like.cols);
      matrix.w.fill(value);
      return matrix;
    };
    const algebra = {
      times: (W: Mat, x: Mat) => graph.mul(W, x),
      plus: (a: Mat, b: Mat) => graph.add(a, b),
      elementwise: (a: Mat, b: Mat) => graph.eltmul(a, b),
      sigmoid: (a: Mat) => graph.sig(a),
      tanh: (a: Mat) => graph.tanh(a),
      oneMinus: (a: Mat) => graph.add(filled(a, 1), graph.eltmul(filled(a, -1), a)),
    };
    const make = ({ id, t }: Instance): Mat => {
      const numbers = run.value(id, t);
      const matrix = new recurrent.Mat(...shapeOf(run, id, numbers.length));
      matrix.setFrom(numbers);
      return matrix;
    };
    const notes = walk(name, run, algebra, make);
    let loss = 0;
    for (const t of range(1, size.timesteps)) {
      const y = notes.get(key('output', t))!;
      run.value('target', t).forEach((target, i) => {
        loss += (y.w[i] - target) ** 2;
        y.dw[i] = 2 * (y.w[i] - target);
      });
    }
    graph.backward();
    expect(Math.abs(run.loss - loss)).toBeLessThanOrEqual(1e-12 * Math.max(1, loss));
    expect(misses(run, 1e-12, (at) => ({ value: notes.get(at)!.w, gradient: notes.get(at)!.dw }))).toEqual([]);
  });
});

describe('tfjs', () => {
  const algebra: Algebra<tf.Tensor> = {
    times: (W, x) => tf.matMul(W, x),
    plus: (a, b) => tf.add(a, b),
    elementwise: (a, b) => tf.mul(a, b),
    sigmoid: (a) => tf.sigmoid(a),
    tanh: (a) => tf.tanh(a),
    oneMinus: (a) => tf.sub(1, a),
  };

  it.each(cases)('agrees on every value and every gradient of %s, %j, within 1e-5', (name, size) => {
    const run = runOf(name, size);
    const tensorOf = (id: string, numbers: Float64Array) =>
      tf.tensor2d(Float32Array.from(numbers), shapeOf(run, id, numbers.length));
    const sources = given(run.program).filter(({ id }) => id !== 'target');
    const computedOnes = results(run.program).filter(({ id }) => !id.startsWith('loss'));
    // A zero added to a value has that value's gradient.
    const probes = computedOnes.map(({ id, t }) => tensorOf(id, new Float64Array(run.value(id, t).length)));
    const leaves = [...sources.map(({ id, t }) => tensorOf(id, run.value(id, t))), ...probes];
    const places = [...sources, ...computedOnes].map((each) => address(each));
    let values = new Map<string, Lengthy>();
    const lossOf = (...tensors: tf.Tensor[]): tf.Scalar => {
      const leaf = (at: string) => tensors[places.indexOf(at)];
      const make = (each: Instance) =>
        each.id === 'target' ? tensorOf(each.id, run.value(each.id, each.t)) : leaf(address(each));
      const notes = walk(name, run, algebra, make, (at, value) => tf.add(value, leaf(at)));
      values = new Map([...notes].map(([at, tensor]) => [at, tensor.dataSync()]));
      const terms = range(1, size.timesteps).map((t) =>
        tf.squaredDifference(notes.get(key('output', t))!, notes.get(key('target', t))!),
      );
      return terms.map((term) => tf.sum(term)).reduce((a, b) => tf.add(a, b)) as tf.Scalar;
    };
    const gradients = tf.grads(lossOf as (...tensors: tf.Tensor[]) => tf.Tensor)(leaves);
    expect(Math.abs(lossOf(...leaves).dataSync()[0] - run.loss)).toBeLessThanOrEqual(1e-5 * Math.max(1, run.loss));
    const theirs = (at: string) => ({ value: values.get(at)!, gradient: gradients[places.indexOf(at)].dataSync() });
    expect(misses(run, 1e-5, theirs)).toEqual([]);
    tf.disposeVariables();
  });

  it.each<[UpdateRuleName, () => tf.Optimizer, Record<string, number>]>([
    ['sgd', () => tf.train.sgd(0.1), { rate: 0.1 }],
    ['momentum', () => tf.train.momentum(0.1, 0.8), { rate: 0.1, momentum: 0.8 }],
    ['adam', () => tf.train.adam(0.01, 0.9, 0.99, 1e-7), { rate: 0.01, beta1: 0.9, beta2: 0.99, epsilon: 1e-7 }],
  ])('agrees on 20 updates by %s, within 1e-5', (name, makeOptimizer, settings) => {
    const run = runOf('rnn', sizes[0]);
    const updater = new Updater(run, name, settings);
    const parameters = tf.variable(tf.tensor1d(Float32Array.from(run.parameters.values)), true, `theta-${name}`);
    const optimizer = makeOptimizer();
    for (let k = 0; k < 20; k++) {
      run.forward().backward();
      optimizer.applyGradients({ [parameters.name]: tf.tensor1d(Float32Array.from(run.parameters.gradients)) });
      updater.apply();
      const theirs = parameters.dataSync();
      run.parameters.values.forEach((ours, i) =>
        expect(Math.abs(ours - theirs[i])).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(ours))),
      );
    }
  });
});

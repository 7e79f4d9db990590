import recurrent from 'recurrent-js';
import type { Mat } from 'recurrent-js';
import { letters, type Problem } from '../problem.ts';
import type { MakeContender } from './contender.ts';

type Gate = Record<'W' | 'U' | 'b', Mat>;
type Gates = Record<(typeof letters)[number], Gate>;

/**
 * The graph that the library's own LSTM class builds, without its readout, which the others do not have either. As in
 * that class, the graph is built anew in every pass.
 */
export const makeRecurrentJs: MakeContender = (problem) => {
  const { hiddenSize: H, timesteps: T, parameters, targets } = problem;
  const gates = makeGates(problem);
  for (const { family, letter, numbers } of parameters) gates[letter][family].setFrom(numbers);
  const inputs = problem.inputs.map(column);
  const all = letters.flatMap((letter) => Object.values(gates[letter]));
  let loss = 0;
  const pass = () => {
    const graph = new recurrent.Graph();
    graph.memorizeOperationSequence(true);
    // In this library a gradient is emptied by whoever uses it.
    for (const { dw } of all) for (let k = 0; k < dw.length; k++) dw[k] = 0;
    const states = unroll(graph, gates, inputs, H);
    loss = 0;
    states.forEach((h, index) => {
      for (let k = 0; k < H; k++) {
        const difference = h.w[k] - targets[index][k];
        loss += difference ** 2 / (T * H);
        h.dw[k] = (2 / (T * H)) * difference;
      }
    });
    graph.backward();
  };
  return {
    pass,
    step(rate) {
      pass();
      for (const parameter of all) parameter.update(rate);
    },
    loss: () => loss,
    gradient: ({ family, letter }) => gates[letter][family].dw as Float64Array,
  };
};

function makeGates({ inputSize: D, hiddenSize: H }: Problem): Gates {
  const gate = (): Gate => ({ W: new recurrent.Mat(H, D), U: new recurrent.Mat(H, H), b: new recurrent.Mat(H, 1) });
  return { f: gate(), i: gate(), c: gate(), o: gate() };
}

function column(numbers: Float64Array): Mat {
  const matrix = new recurrent.Mat(numbers.length, 1);
  matrix.setFrom(numbers);
  return matrix;
}

function unroll(graph: InstanceType<typeof recurrent.Graph>, gates: Gates, inputs: readonly Mat[], H: number): Mat[] {
  let h = new recurrent.Mat(H, 1);
  let c = new recurrent.Mat(H, 1);
  return inputs.map((x) => {
    const affine = ({ W, U, b }: Gate) => graph.add(graph.add(graph.mul(W, x), graph.mul(U, h)), b);
    const f = graph.sig(affine(gates.f));
    const i = graph.sig(affine(gates.i));
    const candidate = graph.tanh(affine(gates.c));
    const o = graph.sig(affine(gates.o));
    c = graph.add(graph.eltmul(f, c), graph.eltmul(i, candidate));
    h = graph.eltmul(o, graph.tanh(c));
    return h;
  });
}

/** A cell, a readout and a loss put together: a model that reads a sequence. */
import { apply, data, equation, graph, overSamples, overTime, parameter, previous } from './equations.ts';
import type { Graph, ParameterId, Value, When } from './equations.ts';

/** A cell's states, by the letter its equations use and the equation that gives them: `{ h: 'hidden.state' }`. */
export type States = Readonly<{ h: string } & Record<string, string>>;

type ParameterMaker = (letter: string) => Value<never>;

/** What a cell's equations are written with. H is the hidden size, D the input size. */
export interface CellInputs<S extends States> {
  /** X_t, of length D. */
  readonly x: Value<'input'>;
  /** The states one timestep earlier, each of length H. */
  readonly prev: { readonly [Letter in keyof S]: Value<S[Letter]> };
  /** Input weights `W.letter`, H×D. */
  readonly W: ParameterMaker;
  /** Recurrent weights `U.letter`, H×H. */
  readonly U: ParameterMaker;
  /** Biases of length H; `d` where a cell has a second one, on the recurrent side. */
  readonly b: ParameterMaker;
  readonly d: ParameterMaker;
  /** Weights of length H that scale a state element by element (peepholes). */
  readonly p: ParameterMaker;
}

export interface CellEquations<S extends States = States, Ids extends string = string> {
  readonly states: S;
  /** Writes one timestep; returns the states in the order in which they are computed. */
  equations(inputs: CellInputs<S>): { readonly h: Value<Ids> } & Readonly<Record<string, Value<Ids>>>;
}

/** mse: mean of squared errors; sse: their sum; bce, cce: binary and categorical cross-entropy, both on logits. */
export const losses = {
  mse: { operation: 'meanSquaredError', overTime: 'mean' },
  sse: { operation: 'sumOfSquaredErrors', overTime: 'sum' },
  bce: { operation: 'binaryCrossEntropy', overTime: 'mean' },
  cce: { operation: 'categoricalCrossEntropy', overTime: 'mean' },
} as const;

export type LossKind = keyof typeof losses;

export interface SequenceSizes {
  readonly inputSize: number;
  readonly hiddenSize: number;
  /** Length of the readout Y_t = W_y H_t + b_y; left out: no readout, the loss looks at H. */
  readonly outputSize?: number;
}

export interface LossChoice {
  readonly kind: LossKind;
  readonly at: When;
}

/** Ids that a sequence model has besides its cell's. `loss.term` is the loss of one timestep, written `loss@t`. */
export type FrameIds = 'input' | 'target' | 'output' | 'loss.term' | 'loss';

/**
 * The equations of a whole model. With several samples (`batch`) the loss is the mean over them.
 * Shapes: `input` D, `target` the output's, `hidden.state` H; all per timestep and sample.
 */
export function sequenceModel<S extends States, Ids extends string>(
  cell: CellEquations<S, Ids>,
  { inputSize: D, hiddenSize: H, outputSize }: SequenceSizes,
  { kind, at }: LossChoice,
  { batch = false } = {},
): Graph<Ids | FrameIds> {
  const of = (family: 'W' | 'U' | 'b' | 'd' | 'p', shape: number[]) => (letter: string) =>
    parameter(`${family}.${letter}` satisfies ParameterId, shape);
  const prev = Object.fromEntries(Object.entries(cell.states).map(([letter, id]) => [letter, previous(id, [H])]));
  const states = cell.equations({
    x: data('input', 'step', [D]),
    prev: prev as CellInputs<S>['prev'],
    W: of('W', [H, D]),
    U: of('U', [H, H]),
    b: of('b', [H]),
    d: of('d', [H]),
    p: of('p', [H]),
  });
  checkStates(cell.states, states);
  const h: Value<Ids> = states.h;
  const { affine, mean } = apply;
  const output =
    outputSize === undefined
      ? h
      : equation('output', affine(parameter('W.y', [outputSize, H]), h, parameter('b.y', [outputSize])));
  const rule = losses[kind];
  const target = data('target', 'step', output.shape);
  const term = equation('loss.term', apply[rule.operation]<string>(output, target), at);
  const total = equation(batch ? 'loss.sample' : 'loss', apply[rule.overTime](overTime(term)));
  const objective = batch ? equation('loss', mean(overSamples(total))) : total;
  return graph<string>(objective, ...Object.values(states)) as Graph<Ids | FrameIds>;
}

/** The states are named before the equations are written; swapped ones would be read by each other's users. */
function checkStates(announced: States, returned: Readonly<Record<string, Value>>): void {
  for (const [letter, id] of Object.entries(announced)) {
    const found = returned[letter]?.id ?? 'nothing';
    if (found !== id) throw new Error(`state ${letter}: ${id} announced, the equations return ${found}`);
  }
}

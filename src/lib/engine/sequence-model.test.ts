import { describe, expect, it } from 'vitest';
import { apply, equation } from './equations.ts';
import { compile } from './program.ts';
import { Run } from './run.ts';
import {
  losses,
  sequenceModel,
  type CellEquations,
  type LossChoice,
  type LossKind,
  type SequenceSizes,
} from './sequence-model.ts';

/** h_t = x_t + h_{t−1}: what comes out is known without a calculator. */
const running: CellEquations<{ h: 'hidden.state' }, 'input' | 'hidden.state'> = {
  states: { h: 'hidden.state' },
  equations: ({ x, prev }) => ({ h: equation('hidden.state', apply.add(x, prev.h)) }),
};

function runOf(choice: LossChoice, sizes: Partial<SequenceSizes> = {}, batch = false) {
  const model = sequenceModel(running, { inputSize: 2, hiddenSize: 2, ...sizes }, choice, { batch });
  const run = new Run(compile(model, { timesteps: 3, samples: batch ? 2 : 1 }));
  for (const t of [1, 2, 3])
    for (let sample = 0; sample < (batch ? 2 : 1); sample++) run.value('input', t, sample).set([1, 2]);
  return run;
}

const lossOf = (choice: LossChoice) => {
  const run = runOf(choice);
  for (const t of [1, 2, 3]) run.value('target', t).set([1, 0]);
  return run.forward().loss;
};

// H is [1, 2], [2, 4], [3, 6]; the targets are [1, 0] each time.
const logistic = (a: number, y: number) => Math.log(1 + Math.exp(a)) - y * a;
const binary = ([a, b]: readonly number[]) => (logistic(a, 1) + logistic(b, 0)) / 2;
const categorical = ([a, b]: readonly number[]) => Math.log(Math.exp(a) + Math.exp(b)) - a;
const [first, second, third] = [
  [1, 2],
  [2, 4],
  [3, 6],
];

describe('a loss', () => {
  it.each<[LossKind, number, number, number]>([
    ['mse', (0 + 4 + 1 + 16 + 4 + 36) / 6, (4 + 36) / 2, (1 + 16 + 4 + 36) / 4],
    ['sse', 0 + 4 + 1 + 16 + 4 + 36, 4 + 36, 1 + 16 + 4 + 36],
    ['bce', (binary(first) + binary(second) + binary(third)) / 3, binary(third), (binary(second) + binary(third)) / 2],
    [
      'cce',
      (categorical(first) + categorical(second) + categorical(third)) / 3,
      categorical(third),
      (categorical(second) + categorical(third)) / 2,
    ],
  ])('%s is taken over what is compared: all, the last, or the listed timesteps', (kind, all, last, listed) => {
    expect(lossOf({ kind, at: 'all' })).toBeCloseTo(all, 12);
    expect(lossOf({ kind, at: 'last' })).toBeCloseTo(last, 12);
    expect(lossOf({ kind, at: [3, 2] })).toBeCloseTo(listed, 12);
  });

  it('ignores targets that are not compared', () => {
    const run = runOf({ kind: 'mse', at: [2] });
    run.value('target', 1).fill(NaN);
    run.value('target', 3).fill(NaN);
    expect(run.forward().loss).toBe((4 + 16) / 2);
    expect(run.backward().gradient('input', 1).every(Number.isFinite)).toBe(true);
  });

  it('of several samples is the mean over them', () => {
    const run = runOf({ kind: 'sse', at: 'last' }, {}, true);
    run.value('input', 3, 1).set([2, 2]);
    expect(run.forward().loss).toBe((9 + 36 + 16 + 36) / 2);
  });
});

describe('a readout', () => {
  it('is what the loss looks at: W_y H + b_y', () => {
    const run = runOf({ kind: 'sse', at: 'last' }, { outputSize: 1 });
    run.value('W.y').set([10, 1]);
    run.value('b.y').set([0.5]);
    expect(run.forward().value('output', 3)[0]).toBe(36.5);
    expect(run.loss).toBe(36.5 ** 2);
    expect(run.program.graph.values.get('target')!.shape).toEqual([1]);
  });

  it('is not there unless a size is given', () => {
    expect(runOf({ kind: 'sse', at: 'last' }).program.graph.values.has('output')).toBe(false);
  });
});

describe('a cell', () => {
  it('whose states and sizes do not fit is refused with names and shapes', () => {
    const sizes = { inputSize: 3, hiddenSize: 2 };
    expect(() => sequenceModel(running, sizes, { kind: 'mse', at: 'all' })).toThrow(
      'add hidden.state: input is 3, hidden.state is 2: their shapes should be the same',
    );
  });

  it('starts from the given initial state', () => {
    const run = runOf({ kind: 'sse', at: 'last' });
    run.value('hidden.state', 0).set([100, 0]);
    expect([...run.forward().value('hidden.state', 3)]).toEqual([103, 6]);
  });

  it('knows its names and those of the frame: a mistyped one does not compile', () => {
    const run = runOf({ kind: 'sse', at: 'last' });
    // @ts-expect-error: the state is called hidden.state
    expect(() => run.value('hiden.state')).toThrow('hiden.state: the model has no such value');
    expect(run.value('loss.term', 3)).toHaveLength(1);
  });
});

describe('the table of losses', () => {
  it('names four', () => expect(Object.keys(losses)).toEqual(['mse', 'sse', 'bce', 'cce']));
});

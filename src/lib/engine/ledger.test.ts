import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overSamples, overTime, parameter, previous } from './equations.ts';
import { agrees, checkGradient } from './gradient-check.ts';
import { ledger, type Entry } from './ledger.ts';
import { compile, type Options } from './program.ts';
import { Run } from './run.ts';

const { add, mean, multiply, sum, sumOfSquaredErrors } = apply;

/** s_t = x_t ⊙ w + s_{t−1}, compared at every timestep; all numbers are 1, the targets 0. */
function running(options: Options = {}) {
  const x = data('input', 'step', [2]);
  const product = equation('product', multiply(x, parameter('b.w', [2])));
  const state = equation('state', add(product, previous('state', [2])));
  const term = equation('term', sumOfSquaredErrors(state, data('target', 'step', [2])));
  const run = new Run(compile(graph(equation('loss', sum(overTime(term)))), { timesteps: 3, ...options }));
  run.value('b.w').fill(1);
  for (const t of [1, 2, 3]) run.value('input', t).fill(1);
  return run.forward().backward();
}

const text = ({ user, share, dropped }: Entry) =>
  `${user?.id}@${user?.t}: ${share.join(' ')}${dropped ? ' dropped' : ''}`;

describe('a ledger', () => {
  it('has one entry per use, the earliest user first', () => {
    expect(ledger(running(), 'state', 2).map(text)).toEqual(['term@2: 4 4', 'state@3: 6 6']);
  });

  it('of the last timestep, or of an initial state, has only the uses there are', () => {
    expect(ledger(running(), 'state', 3).map(text)).toEqual(['term@3: 6 6']);
    expect(ledger(running(), 'state', 0).map(text)).toEqual(['state@1: 12 12']);
  });

  it('of a parameter has one entry per timestep', () => {
    expect(ledger(running(), 'b.w').map(text)).toEqual(['product@1: 12 12', 'product@2: 10 10', 'product@3: 6 6']);
  });

  it('of the loss begins with its own', () => {
    expect(ledger(running(), 'loss').map(({ user, share }) => [user, [...share]])).toEqual([[null, [1]]]);
    expect(ledger(running(), 'term', 2).map(text)).toEqual(['loss@0: 1']);
  });

  it('counts a value that an equation reads twice twice', () => {
    const square = equation('square', multiply(data('x', 'once', []), data('x', 'once', [])));
    const run = new Run(compile(graph(square)));
    run.value('x')[0] = 3;
    const entries = ledger(run.forward().backward(), 'x');
    expect(entries.map(({ k, share }) => [k, share[0]])).toEqual([
      [0, 3],
      [1, 3],
    ]);
  });

  it('of a parameter has one entry per sample, and each sample its own', () => {
    const y = equation('y', multiply(data('x', 'sample', []), parameter('b.w', [])));
    const run = new Run(compile(graph(equation('loss', mean(overSamples(y)))), { samples: 2 }));
    run.value('x', 0, 0)[0] = 4;
    run.value('x', 0, 1)[0] = 6;
    run.value('b.w')[0] = 1;
    run.forward().backward();
    expect(ledger(run, 'b.w').map(({ user, share }) => [user?.sample, share[0]])).toEqual([
      [0, 2],
      [1, 3],
    ]);
    expect(ledger(run, 'y', 0, 1).map(({ user, k, share }) => [user?.id, k, share[0]])).toEqual([['loss', 1, 0.5]]);
  });

  it('has entries where a timestep reads all timesteps of a value', () => {
    const x = data('input', 'step', [1]);
    const all = equation('all', sum<string>(overTime(x), data('offset', 'step', [1])));
    const term = equation('term', sumOfSquaredErrors<string>(all, data('target', 'step', [1])));
    const run = new Run(compile(graph<string>(equation('loss', sum<string>(overTime(term)))), { timesteps: 2 }));
    run.value('input', 1).fill(1);
    run.forward().backward();
    const entries = ledger(run, 'input', 1);
    expect(entries.map(({ user }) => `${user?.id}@${user?.t}`)).toEqual(['all@1', 'all@2']);
    expect(entries.reduce((total, { share }) => total + share[0], 0)).toBe(run.gradient('input', 1)[0]);
  });

  it('refuses a name that the model does not have', () => {
    expect(() => ledger(running(), 'nobody')).toThrow('nobody: the model has no such value');
  });
});

describe('a dropped edge', () => {
  const edge = { value: 'state', user: 'state' };

  it('at one timestep is listed as dropped, and all behind it is redone', () => {
    const run = running({ dropped: [{ ...edge, t: 3 }] });
    expect(ledger(run, 'state', 2).map(text)).toEqual(['term@2: 4 4', 'state@3: 6 6 dropped']);
    expect([0, 1, 2, 3].map((t) => run.gradient('state', t)[0])).toEqual([6, 6, 4, 6]);
    expect(ledger(run, 'b.w').map(text)).toEqual(['product@1: 6 6', 'product@2: 4 4', 'product@3: 6 6']);
  });

  it('at every timestep leaves each timestep to itself', () => {
    const run = running({ dropped: [edge] });
    expect([0, 1, 2, 3].map((t) => run.gradient('state', t)[0])).toEqual([0, 2, 4, 6]);
    expect([...run.gradient('b.w')]).toEqual([12, 12]);
  });

  it('makes the gradient check disagree behind it, and nowhere else', () => {
    const run = running({ dropped: [{ ...edge, t: 3 }] });
    const fits = (id: string, t: number) => agrees(checkGradient(run, { id, t, sample: 0 }, 0));
    expect([0, 1, 2, 3].map((t) => fits('state', t))).toEqual([false, false, false, true]);
    expect([fits('b.w', 0), fits('input', 2), fits('input', 3)]).toEqual([false, false, true]);
  });
});

describe('what is held', () => {
  it('passes nothing on: its entries are listed, and are zero', () => {
    const run = running({ held: [{ id: 'state', t: 3, to: 0.5 }] });
    expect(ledger(run, 'state', 2).map(text)).toEqual(['term@2: 4 4', 'state@3: 0 0']);
    expect(ledger(run, 'state', 3).map(text)).toEqual(['term@3: 1 1']);
  });
});

import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overSamples, overTime, parameter, previous, type Graph } from './equations.ts';
import { compile, isSingleNumber } from './program.ts';
import { isComputedAt, instancesOf, range, rowOf } from './instances.ts';
import { Run } from './run.ts';

const { add, affine, mean, multiply, scale, sum, tanh } = apply;

const x = data('input', 'step', [2]);
const squareSum = (value: Parameters<typeof overTime>[0]) =>
  graph<string>(equation('loss', mean<string>(overTime(equation('term', apply.sumOfSquaredErrors<string>(value, x))))));

describe('compile', () => {
  it('refuses to hold or drop what the model does not have', () => {
    const model = squareSum(equation('a', tanh(x)));
    expect(() => compile(model, { held: [{ id: 'nobody', to: 1 }] })).toThrow('nobody: the model has no such value');
    const dropped = [{ value: 'a', user: 'nobody' }];
    expect(() => compile(model, { dropped })).toThrow('nobody: the model has no such value');
  });

  it('refuses to hold what is given from outside, which can simply be set', () => {
    const model = squareSum(equation('a', tanh(x)));
    expect(() => compile(model, { held: [{ id: 'input', to: 1 }] })).toThrow('input: only what an equation computes');
  });

  it('merges only where nothing is held or dropped', () => {
    const model = squareSum(equation('a', tanh(x)));
    expect(compile(model).merged).toBe(true);
    expect(compile(model, { merged: false }).merged).toBe(false);
    expect(compile(model, { held: [{ id: 'a', to: 1 }] }).merged).toBe(false);
    expect(compile(model, { dropped: [{ value: 'a', user: 'term' }] }).merged).toBe(false);
  });

  it('runs neighbouring equations of axis step as one loop over time', () => {
    const model = squareSum(equation('a', tanh(x)));
    const order = compile(model, { timesteps: 2, samples: 2 }).tasks.map(
      ({ group, t, sample }) => `${group[0].id}@${t}#${sample}`,
    );
    const atTime = (t: number) => [`a@${t}#0`, `a@${t}#1`, `term@${t}#0`, `term@${t}#1`];
    expect(order).toEqual([...atTime(1), ...atTime(2), 'loss@0#0', 'loss@0#1']);
  });
});

describe('no number is read before it is computed', () => {
  /** Whether a second forward pass differs from the first: then the first has read what was not there yet. */
  function readsTooEarly(model: Graph): boolean {
    try {
      const run = new Run(compile(model, { timesteps: 3 }));
      for (const id of ['input', 'context', 'rate']) {
        if (model.values.has(id))
          for (const t of model.values.get(id)!.axis === 'step' ? [1, 2, 3] : [0]) run.value(id, t).fill(t + 0.5);
      }
      for (const { id } of model.parameters) run.value(id).fill(0.5);
      const first = run.forward().loss;
      return !Object.is(first, run.forward().loss);
    } catch {
      return false;
    }
  }

  it('where an equation without timesteps stands in the middle of a recurrence', () => {
    const sum = equation('sum', add<string>(x, previous('h', [2])));
    const rate = equation('scaled', scale<string>(parameter('b.k', [2]), data('rate', 'once', [])));
    const h = equation('h', tanh(equation('moved', add<string>(sum, rate))));
    expect(readsTooEarly(squareSum(h))).toBe(false);
  });

  it('where a timestep reads all timesteps of a value', () => {
    const a = equation('a', tanh(x));
    const context = equation('context.sum', sum<string>(overTime(a), a));
    expect(readsTooEarly(squareSum(equation('mixed', multiply<string>(context, x))))).toBe(false);
  });
});

describe('a mean over timesteps', () => {
  it('of which there are none is refused, not NaN', () => {
    const term = equation('term', apply.sumOfSquaredErrors<string>(x, data('target', 'step', [2])), [9]);
    const model = graph<string>(equation('loss', mean<string>(overTime(term))));
    expect(() => new Run(compile(model, { timesteps: 3 }))).toThrow('term');
  });
});

describe('when an equation holds', () => {
  const sizes = { timesteps: 4, samples: 1 };
  const times = (when: 'all' | 'last' | number[]) => {
    const stated = equation('y', tanh(x), when).equation!;
    return range(-1, 6).filter((t) => isComputedAt(stated, t, sizes));
  };

  it('is at all timesteps, at the last, or at those listed that exist', () => {
    expect(times('all')).toEqual([1, 2, 3, 4]);
    expect(times('last')).toEqual([4]);
    expect(times([2, 4, 9, 2])).toEqual([2, 4]);
  });
});

describe('what an operand stands for', () => {
  const sizes = { timesteps: 3, samples: 2 };
  const text = (operand: Parameters<typeof instancesOf>[0], t: number, sample: number) =>
    instancesOf(operand, t, sample, sizes).map(({ t, sample }) => `${t}#${sample}`);

  it('is one instance: of now, of the timestep before, or of always', () => {
    expect(text(x, 2, 1)).toEqual(['2#1']);
    expect(text(previous('h', [2]), 2, 1)).toEqual(['1#1']);
    expect(text(data('picked', 'sample', [2]), 2, 1)).toEqual(['0#1']);
    expect(text(parameter('b.f', [2]), 2, 1)).toEqual(['0#0']);
  });

  it('is one per timestep on which its equation holds, or one per sample', () => {
    expect(text(overTime(x), 0, 1)).toEqual(['1#1', '2#1', '3#1']);
    expect(text(overTime(equation('y', tanh(x), 'last')), 0, 0)).toEqual(['3#0']);
    expect(text(overSamples(data('picked', 'sample', [2])), 0, 0)).toEqual(['0#0', '0#1']);
  });
});

describe('memory', () => {
  it('gives every instance of every value numbers of its own', () => {
    const h = equation('h', tanh(equation('a', affine<string>(parameter('W.h', [2, 2]), x, parameter('b.h', [2])))));
    const program = compile(squareSum(h), { timesteps: 3, samples: 2 });
    const taken = new Set<string>();
    let count = 0;
    for (const [id, { axis }] of program.graph.values) {
      const { block, offset, size } = program.places.get(id)!;
      const rows = new Set(range(0, 3).flatMap((t) => [0, 1].map((sample) => rowOf(axis, t, sample, program))));
      for (const row of rows) {
        for (let i = 0; i < size; i++, count++) taken.add(`${block} ${row} ${offset + i}`);
        expect(row).toBeLessThan(program.blocks[block].rows);
        expect(offset + size).toBeLessThanOrEqual(program.blocks[block].width);
      }
    }
    expect(taken.size).toBe(count);
  });

  it('is a single number only where there is one in all', () => {
    const perSample = squareSum(equation('a', tanh(x)));
    expect(isSingleNumber(compile(perSample, { samples: 1 }))).toBe(true);
    expect(isSingleNumber(compile(perSample, { samples: 2 }))).toBe(false);
  });
});

describe('what hits nothing is refused', () => {
  const model = squareSum(equation('a', tanh(x)));
  const hold = { id: 'a', to: 1 };
  it.each([
    [{ held: [{ ...hold, t: 3 }] }, 'a: is not computed at timestep 3 of 2'],
    [{ held: [{ ...hold, index: 2 }] }, 'a: no element 2 in 2 to hold'],
    [{ held: [{ ...hold, index: 0.5 }] }, 'a: no element 0.5 in 2 to hold'],
    [{ held: [{ ...hold, to: NaN }] }, 'a: cannot be held at NaN'],
    [{ dropped: [{ value: 'input', user: 'loss' }] }, 'input: loss does not use it; a, term does'],
    [{ dropped: [{ value: 'a', user: 'term', t: 0 }] }, 'term: is not computed at timestep 0 of 2'],
    [{ samples: 0 }, 'samples: 0; there is a whole number of them, from 1 on'],
  ])('%o', (options, message) => {
    expect(() => compile(model, { timesteps: 2, ...options })).toThrow(message);
  });

  it('a length that is no whole number, or none', () => {
    expect(() => data('input', 'step', [0])).toThrow('input: a shape of 0; lengths are whole numbers from 1 on');
    expect(() => parameter('W.f', [2, 1.5])).toThrow('W.f: a shape of 2×1.5');
    expect(() => previous('h', [1, 1, 1, 1])).toThrow('h: 1×1×1×1 has more than three dimensions');
  });
});

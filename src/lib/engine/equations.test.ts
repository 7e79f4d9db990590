import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overSamples, overTime, parameter, previous, withSettings } from './equations.ts';
import type { Expression, Value } from './equations.ts';

const { add, affine, convolve, mean, multiply, normalise, oneMinus, pool, scale, softmax, sum, tanh } = apply;

const x = data('input', 'step', [2]);
const W = parameter('W.f', [4, 3]);
const vector = (id: string, length: number) => data(id, 'once', [length]);
const single = data('single', 'once', []);

describe('an equation whose operands do not fit', () => {
  const refusals: [string, Expression, string][] = [
    [
      'affine',
      affine(W, x),
      'affine y: W.f is 4×3, input is 2: a matrix needs as many columns as its vector has elements',
    ],
    [
      'affine with a bias',
      affine(W, vector('h', 3), x),
      'affine y: W.f is 4×3, input is 2: a bias needs one element per row of the matrix',
    ],
    [
      'affine without a vector',
      affine<string>(W),
      'affine y: W.f is 4×3: a matrix needs as many columns as its vector has elements',
    ],
    ['add', add<string>(x, vector('b', 3)), 'add y: input is 2, b is 3: their shapes should be the same'],
    ['multiply', multiply<string>(W, x), 'multiply y: W.f is 4×3, input is 2: their shapes should be the same'],
    ['scale', scale<string>(x, vector('k', 1)), 'scale y: k is 1: a single number belongs here'],
    ['softmax', softmax<string>(W), 'softmax y: W.f is 4×3: softmax takes a vector'],
    [
      'normalise',
      normalise<string>(x, vector('mean', 3), vector('variance', 2), single),
      'normalise y: input is 2, mean is 3, variance is 2: their shapes should be the same',
    ],
    ['normalise', normalise<string>(x, x, x, x), 'normalise y: input is 2: a single number belongs here'],
    [
      'convolve',
      convolve<string>(x, W, x),
      'convolve y: input is 2, W.f is 4×3, input is 2: a picture is height×width, filters are count×height×width',
    ],
    [
      'convolve',
      convolve<string>(W, parameter('F.c', [2, 5, 3]), vector('b', 2)),
      'convolve y: W.f is 4×3, F.c is 2×5×3, b is 2: a filter must fit into the picture',
    ],
    [
      'convolve',
      convolve<string>(W, parameter('F.c', [2, 3, 3]), vector('b', 3)),
      'convolve y: W.f is 4×3, F.c is 2×3×3, b is 3: there is one bias per filter',
    ],
    [
      'pool',
      withSettings(pool<string>(W), { window: 2 }),
      'pool y: W.f is 4×3: it does not divide into windows of 2×2',
    ],
    [
      'a loss',
      apply.meanSquaredError<string>(x, single),
      'meanSquaredError y: input is 2, single is a single number: their shapes should be the same',
    ],
    [
      'cross-entropy',
      apply.categoricalCrossEntropy<string>(W, W),
      'categoricalCrossEntropy y: W.f is 4×3, W.f is 4×3: cross-entropy compares vectors',
    ],
    ['too few operands', add(x), 'add y: takes 2 operands, got 1'],
    ['too many operands', tanh(x, x), 'tanh y: takes 1 operand, got 2'],
    ['no operands', sum(), 'sum y: takes at least one operand, got 0'],
    [
      'time taken of what has none',
      sum<string>(overTime(single)),
      'sum y: single lives on axis once: it cannot be taken over time',
    ],
    [
      'samples taken of a step',
      mean<string>(overSamples(x)),
      'mean y: input lives on axis step: it cannot be taken over samples',
    ],
  ];

  it.each(refusals)('%s: is refused with names and shapes', (_, expression, message) => {
    expect(() => equation('y', expression)).toThrow(new Error(message));
  });

  it('reading a value at timesteps at which it is not computed: is refused', () => {
    const last = equation('last', tanh(x), 'last');
    expect(() => equation('y', oneMinus(last))).toThrow(
      'oneMinus y: last holds only at timesteps last, but is read at all',
    );
    expect(equation('y', oneMinus(last), 'last').axis).toBe('step');
  });

  it('pooling without a window: is refused', () => {
    expect(() => equation('y', pool<string>(data('picture', 'once', [4, 4])))).toThrow('picture is 4×4');
  });

  it('an expression where a value belongs: is refused, with what to write instead', () => {
    // @ts-expect-error: an expression
    expect(() => equation('a', affine<string>(W, x, tanh(x)))).toThrow(
      "affine a: operand 3 is the expression tanh(…): give it a name by an equation of its own, equation('…', tanh(…))",
    );
  });

  it('many operands where the operation takes a fixed number: is refused, not cut short', () => {
    expect(() => equation('y', oneMinus<string>(overTime(x)))).toThrow('oneMinus y');
    expect(() => equation('y', add<string>(overTime(x), vector('b', 2)))).toThrow('add y');
  });
});

describe('the axis of an equation', () => {
  const sample = data('picked', 'sample', [2]);
  const axisOf = (expression: Expression) => equation('y', expression).axis;

  it('is the finest of its operands', () => {
    expect(axisOf(add<string>(x, sample))).toBe('step');
    expect(axisOf(add<string>(vector('b', 2), sample))).toBe('sample');
    expect(axisOf(tanh(vector('b', 2)))).toBe('once');
  });

  it('is coarser after a sum over time or over samples', () => {
    expect(axisOf(sum(overTime(x)))).toBe('sample');
    expect(axisOf(mean(overSamples(sample)))).toBe('once');
  });
});

describe('a graph', () => {
  const lossOf = (value: Value) => equation('loss', sum<string>(overTime(value)));

  it('lists equations as written, and parameters, data and uses of each', () => {
    const b = parameter('b.f', [2]);
    const first = equation('first', add<string>(x, b));
    const second = equation('second', multiply<string>(first, first));
    const found = graph(lossOf(second));
    expect(found.equations.map(({ id }) => id)).toEqual(['first', 'second', 'loss']);
    expect(found.parameters.map(({ id }) => id)).toEqual(['b.f']);
    expect(found.data.map(({ id }) => id)).toEqual(['input']);
    expect(found.objective).toBe('loss');
    expect(found.uses.get('first')!.map(({ user, k }) => `${user.id} ${k}`)).toEqual(['second 0', 'second 1']);
    expect(found.uses.get('second')!.map(({ operand }) => operand.over)).toEqual(['time']);
  });

  it('refuses two equations, or two shapes, of one name', () => {
    const twice = add<string>(equation('y', tanh(x)), equation('y', oneMinus(x)));
    expect(() => graph(lossOf(equation('sum', twice)))).toThrow('two different values are called y');
    const shapes = affine<string>(W, vector('input', 3), equation('a', affine<string>(parameter('W.a', [4, 2]), x)));
    expect(() => graph(lossOf(equation('sum', shapes)))).toThrow('two different values are called input');
    const roles = add<string>(parameter('b.f', [2]), data('b.f', 'step', [2]));
    expect(() => graph(lossOf(equation('sum', roles)))).toThrow('two different values are called b.f');
  });

  it('refuses one name on two axes', () => {
    const axes = add<string>(x, data('input', 'once', [2]));
    expect(() => graph(lossOf(equation('sum', axes)))).toThrow('two different values are called input');
  });

  it('refuses a previous value without its equation, or of another shape', () => {
    const h = equation('h', add<string>(x, previous('nobody', [2])));
    expect(() => graph(lossOf(h))).toThrow('previous nobody: no equation of this name');
    const state = equation('state', tanh(x));
    const reader = equation('reader', affine<string>(W, previous('state', [3])));
    expect(() => graph<string>(lossOf(reader), state)).toThrow('previous state: 3 announced, its equation gives 2');
    const scalars = equation('scalars', add<string>(single, previous('state', [])));
    expect(() => graph<string>(lossOf(scalars), state)).toThrow(
      'previous state: a single number announced, its equation gives 2',
    );
  });

  it('refuses the previous value of what has no timesteps', () => {
    const constant = equation('constant', tanh(vector('b', 2)));
    const reader = equation('reader', add<string>(constant, previous('constant', [2])));
    expect(() => graph(lossOf(reader))).toThrow('previous constant');
  });
});

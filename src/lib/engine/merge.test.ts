import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overTime, parameter, previous, type Value } from './equations.ts';
import { planMerged, planPlain } from './merge.ts';

const { add, affine, multiply, sigmoid, sumOfSquaredErrors, tanh } = apply;

const x = data('input', 'step', [2]);
const weighted = (letter: string, of: Value, rows = 3) =>
  equation(
    `a.${letter}`,
    affine<string>(parameter(`W.${letter}`, [rows, of.shape[0]]), of, parameter(`b.${letter}`, [rows])),
  );
const model = (...outputs: Value[]) => {
  const terms = outputs.map((output, place) =>
    equation(
      `term.${place}`,
      sumOfSquaredErrors<string>(output, data(`target.${place}`, 'step', output.shape)),
      output.equation?.when,
    ),
  );
  const [first, ...rest] = terms.map((term, place) => equation(`loss.${place}`, apply.sum<string>(overTime(term))));
  return graph<string>(first, ...rest);
};
const groups = (...outputs: Value[]) =>
  planMerged(model(...outputs))
    .groups.map((group) => group.map(({ id }) => id).join(' '))
    .filter((ids) => !/^(term|loss)/.test(ids));

describe('equations are merged', () => {
  it('where weighted sums read the same vector, and so are the activations behind them, like by like', () => {
    const [f, c, o] = ['f', 'c', 'o'].map((letter) => weighted(letter, x));
    const all = [equation('f', sigmoid<string>(f)), equation('c', tanh<string>(c)), equation('o', sigmoid<string>(o))];
    // Those with the same activation lie side by side.
    expect(groups(...all)).toEqual(['a.f a.o a.c', 'f o', 'c']);
  });

  it('also where they have different numbers of rows', () => {
    expect(groups(weighted('f', x, 3), weighted('c', x, 1))).toEqual(['a.f a.c']);
  });
});

describe('equations are not merged', () => {
  it('where they read different vectors, or different timesteps of one', () => {
    const h = equation('h', tanh(weighted('h', previous('h', [3]))));
    expect(groups(weighted('f', x), weighted('c', h), h)).toEqual(['a.h', 'h', 'a.f', 'a.c']);
    const now = weighted('n', h);
    expect(groups(now, h)).toEqual(['a.h', 'h', 'a.n']);
  });

  it('where a parameter is shared: it can lie in one place only', () => {
    const shared = parameter('W.s', [3, 2]);
    const a = equation('a', affine<string>(shared, x, parameter('b.a', [3])));
    const b = equation('b', affine<string>(shared, x, parameter('b.b', [3])));
    expect(groups(a, b)).toEqual(['a', 'b']);
  });

  it('where they hold at different timesteps', () => {
    const at = (letter: string, when: 'all' | 'last') =>
      equation(`a.${letter}`, affine<string>(parameter(`W.${letter}`, [3, 2]), x), when);
    expect(groups(at('f', 'all'), at('c', 'last'))).toEqual(['a.f', 'a.c']);
  });

  it('where an operand is computed, or the operation takes two', () => {
    const [f, c] = [weighted('f', x), weighted('c', x)];
    expect(groups(equation('p', multiply<string>(f, c)), equation('s', add<string>(f, c)))).toEqual([
      'a.f a.c',
      'p',
      's',
    ]);
  });
});

describe('a plan', () => {
  const outputs = () => [
    equation('f', sigmoid<string>(weighted('f', x))),
    equation('o', sigmoid<string>(weighted('o', x))),
  ];

  it('leaves no equation out and repeats none, merged or plain', () => {
    const written = model(...outputs());
    const ids = written.equations.map(({ id }) => id);
    for (const plan of [planMerged, planPlain]) {
      expect(
        plan(written)
          .groups.flat()
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(ids.toSorted());
      expect(plan(written).blocks.flat().toSorted()).toEqual([...written.values.keys()].toSorted());
    }
  });

  it('lays the parameters of a merged group on top of each other, and all parameters into the first block', () => {
    expect(planMerged(model(...outputs())).blocks[0]).toEqual(['W.f', 'W.o', 'b.f', 'b.o']);
    expect(planPlain(model(...outputs())).blocks[0].toSorted()).toEqual(['W.f', 'W.o', 'b.f', 'b.o']);
  });
});

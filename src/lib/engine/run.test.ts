import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overSamples, overTime, parameter, previous, type Graph } from './equations.ts';
import { agrees, checkGradient } from './gradient-check.ts';
import { ledger } from './ledger.ts';
import { compile, type Options } from './program.ts';
import { Run } from './run.ts';

const { affine, scale, sum, sumOfSquaredErrors, tanh } = apply;

const x = data('input', 'step', [2]);

/** h_t = tanh(W x_t + U h_{t−1} + b), compared with a target at every timestep. */
function recurrent() {
  const [W, U, b] = [parameter('W.h', [2, 2]), parameter('U.h', [2, 2]), parameter('b.h', [2])];
  const a = equation('a', affine(W, x, U, previous('h', [2]), b));
  const h = equation('h', tanh(a));
  const term = equation('term', sumOfSquaredErrors(h, data('target', 'step', [2])));
  return graph(equation('loss', sum(overTime(term))));
}

function fill<Ids extends string>(run: Run<Ids>): Run<Ids> {
  const { graph: model, timesteps, samples } = run.program;
  let next = 1;
  for (const { id, role, axis } of model.values.values()) {
    if (role === 'equation') continue;
    for (let t = 0; t <= (axis === 'step' ? timesteps : 0); t++) {
      for (let sample = 0; sample < (axis === 'once' ? 1 : samples); sample++) {
        run
          .value(id as Ids, t, sample)
          .forEach((_, i, all) => (all[i] = ((next = (next * 16807) % 2147483647) / 2147483647) * 2 - 1));
      }
    }
  }
  return run;
}

const runOf = <Ids extends string>(model: Graph<Ids>, options: Options) => fill(new Run(compile(model, options)));

describe('a run', () => {
  it('computes by hand what a loop would', () => {
    const run = runOf(recurrent(), { timesteps: 2 }).forward();
    const [W, U, b] = [run.value('W.h'), run.value('U.h'), run.value('b.h')];
    let h = [0, 0];
    let loss = 0;
    for (const t of [1, 2]) {
      const [input, target, before] = [run.value('input', t), run.value('target', t), h];
      h = [0, 1].map((i) => {
        const j = 2 * i;
        return Math.tanh(W[j] * input[0] + W[j + 1] * input[1] + U[j] * before[0] + U[j + 1] * before[1] + b[i]);
      });
      loss += (h[0] - target[0]) ** 2 + (h[1] - target[1]) ** 2;
      h.forEach((unit, i) => expect(run.value('h', t)[i]).toBeCloseTo(unit, 14));
    }
    expect(run.loss).toBeCloseTo(loss, 14);
  });

  it('starts from zeros, and has zero gradients before the backward pass', () => {
    const run = runOf(recurrent(), { timesteps: 2 }).forward();
    expect([...run.value('h', 0)]).toEqual([0, 0]);
    expect([...run.gradient('h', 2)]).toEqual([0, 0]);
    expect(run.backward().gradient('loss')[0]).toBe(1);
  });

  it('gives the same gradients when run backward twice', () => {
    const run = runOf(recurrent(), { timesteps: 3 }).forward().backward();
    const first = run.parameters.gradients.slice();
    expect(run.backward().parameters.gradients).toEqual(first);
    expect(first.every((gradient) => gradient !== 0)).toBe(true);
  });

  it('shows all parameters, and their gradients, in one array', () => {
    const run = runOf(recurrent(), { timesteps: 2 }).forward().backward();
    const ids = run.program.graph.parameters.map(({ id }) => id as 'W.h');
    const numbersOf = (of: 'value' | 'gradient') => ids.flatMap((id) => [...run[of](id)]).toSorted();
    expect([...run.parameters.values].toSorted()).toEqual(numbersOf('value'));
    expect([...run.parameters.gradients].toSorted()).toEqual(numbersOf('gradient'));
  });

  it('keeps samples apart', () => {
    const model = () => {
      const y = equation('y', tanh(data('x', 'sample', [])));
      return graph(equation('loss', apply.mean(overSamples(y))));
    };
    const run = new Run(compile(model(), { samples: 2 }));
    run.value('x', 0, 1)[0] = 0.5;
    run.forward().backward();
    expect([run.value('y', 0, 0)[0], run.value('y', 0, 1)[0]]).toEqual([0, Math.tanh(0.5)]);
    expect(run.gradient('x', 0, 0)[0]).toBe(0.5);
    expect(run.gradient('x', 0, 1)[0]).toBeCloseTo(0.5 * (1 - Math.tanh(0.5) ** 2), 15);
  });

  it('refuses timesteps, samples and names it does not have', () => {
    const run: Run = runOf(recurrent(), { timesteps: 2 });
    expect(() => run.value('h', 3)).toThrow('h: no timestep 3, sample 0 in a run of 2 × 1');
    expect(() => run.value('h', -1)).toThrow('h: no timestep -1, sample 0 in a run of 2 × 1');
    expect(() => run.value('h', 1, 1)).toThrow('h: no timestep 1, sample 1 in a run of 2 × 1');
    expect(() => run.value('nobody')).toThrow('nobody: the model has no such value');
  });

  it('refuses to go backward from anything but a single number', () => {
    const vector = graph(equation('y', tanh(data('x', 'once', [2]))));
    expect(() => new Run(compile(vector)).backward()).toThrow('y: gradients are taken of a single number');
  });

  it('leaves itself as it was found when a number is nudged', () => {
    for (const merged of [true, false]) {
      const run = runOf(recurrent(), { timesteps: 3, merged }).forward().backward();
      const before = { loss: run.loss, h: run.value('h', 3).slice(), a: run.value('a', 2).slice() };
      const nudged = run.lossIfNudged({ id: 'a', t: 2, sample: 0 }, 1, 0.25);
      expect(nudged).not.toBe(before.loss);
      expect({ loss: run.loss, h: run.value('h', 3), a: run.value('a', 2) }).toEqual(before);
    }
  });

  it('knows its names: a mistyped one does not compile', () => {
    const run = runOf(recurrent(), { timesteps: 1 });
    // @ts-expect-error: the hidden state is called h
    expect(() => run.value('hh')).toThrow('hh: the model has no such value');
    // @ts-expect-error: no family of parameters has the letter V
    expect(() => run.gradient('V.h')).toThrow('V.h: the model has no such value');
  });
});

describe('summing after the loop over time gives what summing within it gives', () => {
  const finish = (y: ReturnType<typeof affine>) =>
    graph<string>(
      equation(
        'loss',
        sum<string>(
          overTime(equation('term', sumOfSquaredErrors<string>(equation('y', y), data('target', 'step', [2])))),
        ),
      ),
    );
  const [W, V, b] = [parameter('W.a', [2, 2]), parameter('W.v', [2, 3]), parameter('b.a', [2])];
  const models: [string, () => Graph][] = [
    [
      'where a matrix multiplies a vector without timesteps',
      () => finish(affine<string>(W, x, V, data('v', 'once', [3]), b)),
    ],
    ['where it multiplies a parameter', () => finish(affine<string>(W, x, V, parameter('beta.v', [3]), b))],
    ['where it multiplies a vector of the sample', () => finish(affine<string>(W, x, V, data('v', 'sample', [3]), b))],
    [
      'where the matrix is itself computed',
      () => finish(affine<string>(equation('W.scaled', scale<string>(W, data('k', 'once', []))), x, b)),
    ],
    [
      'where the bias is itself computed',
      () => finish(affine<string>(W, x, equation('b.scaled', scale<string>(b, data('k', 'once', []))))),
    ],
  ];

  it.each(models)('%s', (_, model) => {
    const [merged, plain] = [true, false].map((merged) =>
      runOf(model(), { timesteps: 3, merged }).forward().backward(),
    );
    for (const id of plain.program.graph.values.keys()) {
      const [a, b] = [merged.gradient(id), plain.gradient(id)];
      a.forEach((gradient, i) => expect(gradient, id).toBeCloseTo(b[i], 13));
    }
  });
});

describe('a held value', () => {
  const held = (...holds: { t?: number; index?: number; to: number }[]) =>
    runOf(recurrent(), { timesteps: 3, held: holds.map((hold) => ({ id: 'h', ...hold })) })
      .forward()
      .backward();

  it('cuts exactly what lies behind it', () => {
    const run = held({ to: 0.5 });
    expect([...run.parameters.gradients].every((gradient) => gradient === 0)).toBe(true);
    expect([1, 2, 3].flatMap((t) => [...run.gradient('input', t), ...run.gradient('a', t)]).every((g) => g === 0)).toBe(
      true,
    );
    expect([...run.gradient('h', 2)].every((gradient) => gradient !== 0)).toBe(true);
  });

  it('cuts one unit only, where one is held', () => {
    const run = held({ to: 0.5, index: 1 });
    expect([1, 2, 3].map((t) => run.value('h', t)[1])).toEqual([0.5, 0.5, 0.5]);
    expect([1, 2, 3].map((t) => run.gradient('a', t)[1])).toEqual([0, 0, 0]);
    expect([1, 2, 3].every((t) => run.gradient('a', t)[0] !== 0)).toBe(true);
    expect([...run.gradient('b.h')].map((gradient) => gradient === 0)).toEqual([false, true]);
  });

  it('cuts the past only, where it is held at one timestep', () => {
    const run = held({ to: 0.5, t: 2 });
    expect([1, 2, 3].map((t) => run.gradient('a', t).every((gradient) => gradient === 0))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('one element held', () => {
  it('leaves right gradients behind an operation that mixes elements', () => {
    const y = equation('y', apply.softmax(data('a', 'once', [3])));
    const model = graph<string>(equation('loss', apply.sumOfSquaredErrors<string>(y, data('target', 'once', [3]))));
    const run = new Run<string>(compile(model, { held: [{ id: 'y', index: 0, to: 0.3 }] }));
    run.value('a').set([0.5, -0.25, 1]);
    run.forward().backward();
    expect(run.value('y')[0]).toBe(0.3);
    for (const index of [0, 1, 2]) {
      const check = checkGradient(run, { id: 'a', t: 0, sample: 0 }, index);
      expect(agrees(check)).toBe(true);
      const shares = ledger(run, 'a').reduce((total, { share }) => total + share[index], 0);
      expect(shares).toBeCloseTo(check.analytic, 14);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, parameter } from './equations.ts';
import { compile } from './program.ts';
import { Random } from './random.ts';
import { Run } from './run.ts';
import { Updater, updateRules, type UpdateRuleName } from './updates.ts';

const updates = 20;

/** Two parameters and a loss that pulls at them; a different target before every update. */
function target() {
  const [W, b] = [parameter('W.a', [2, 3]), parameter('b.a', [2])];
  const y = equation('y', apply.tanh(equation('a', apply.affine(W, data('x', 'once', [3]), b))));
  const loss = equation('loss', apply.sumOfSquaredErrors(y, data('target', 'once', [2])));
  const run = new Run(compile(graph(loss)));
  const random = new Random(3);
  for (const id of ['W.a', 'b.a', 'x'] as const) run.value(id).forEach((_, i, all) => (all[i] = random.uniform(-1, 1)));
  const turn = () => {
    run.value('target').forEach((_, i, all) => (all[i] = random.uniform(-1, 1)));
    run.forward().backward();
  };
  return { run, turn };
}

/** The textbook's loop over plain numbers, for one parameter at a time. */
const textbook: Record<UpdateRuleName, (gradients: readonly number[], start: number) => number[]> = {
  sgd(gradients, start) {
    let theta = start;
    return gradients.map((g) => (theta -= 0.05 * g));
  },
  momentum(gradients, start) {
    let [theta, velocity] = [start, 0];
    return gradients.map((g) => {
      velocity = 0.8 * velocity + g;
      return (theta -= 0.05 * velocity);
    });
  },
  adam(gradients, start) {
    let [theta, m, v] = [start, 0, 0];
    return gradients.map((g, k) => {
      m = 0.9 * m + (1 - 0.9) * g;
      v = 0.99 * v + (1 - 0.99) * g * g;
      const [corrected, spread] = [m / (1 - 0.9 ** (k + 1)), v / (1 - 0.99 ** (k + 1))];
      return (theta -= (0.05 * corrected) / (Math.sqrt(spread) + 1e-8));
    });
  },
};

const settings: Record<UpdateRuleName, Record<string, number>> = {
  sgd: { rate: 0.05 },
  momentum: { rate: 0.05, momentum: 0.8 },
  adam: { rate: 0.05, beta1: 0.9, beta2: 0.99, epsilon: 1e-8 },
};

const names = Object.keys(updateRules) as UpdateRuleName[];

describe.each(names)('%s', (name) => {
  it(`takes the way of a plain loop over ${updates} updates`, () => {
    const { run, turn } = target();
    const updater = new Updater(run, name, settings[name]);
    const start = run.parameters.values.slice();
    const gradients: Float64Array[] = [];
    const ways: Float64Array[] = [];
    for (let k = 0; k < updates; k++) {
      turn();
      gradients.push(run.parameters.gradients.slice());
      updater.apply();
      ways.push(run.parameters.values.slice());
    }
    start.forEach((theta, i) => {
      const expected = textbook[name](
        gradients.map((each) => each[i]),
        theta,
      );
      // Relative to what was added up: a parameter may pass close to zero.
      const scale = Math.max(...expected.map(Math.abs), Math.abs(theta));
      ways.forEach((way, k) => expect(Math.abs(way[i] - expected[k])).toBeLessThanOrEqual(2e-15 * scale));
    });
  });

  it('starts from its usual settings', () => {
    const { run } = target();
    const updater = new Updater(run, name);
    for (const [id, value] of Object.entries(updateRules[name].settings))
      expect([...updater.run.value(id)]).toEqual([value]);
  });

  it('moves nothing where the gradient has always been zero', () => {
    const { run } = target();
    const before = run.parameters.values.slice();
    const updater = new Updater(run, name);
    updater.apply();
    updater.apply();
    expect(run.parameters.values).toEqual(before);
  });
});

describe('an updater', () => {
  it('refuses a setting that its rule does not have', () => {
    expect(() => new Updater(target().run, 'sgd', { momentum: 0.9 })).toThrow('sgd: no setting called momentum');
  });

  it('leaves every number of the update readable', () => {
    const { run, turn } = target();
    turn();
    const updater = new Updater(run, 'sgd', { rate: 0.5 });
    updater.apply();
    expect(updater.run.value('move')).toEqual(run.parameters.gradients.map((g) => 0.5 * g));
    expect(updater.run.value('next')).toEqual(run.parameters.values);
  });

  it('learns', () => {
    for (const name of names) {
      const { run, turn } = target();
      turn();
      const before = run.loss;
      const updater = new Updater(run, name, { rate: 0.05 });
      for (let k = 0; k < 100; k++) {
        run.forward().backward();
        updater.apply();
      }
      expect(run.forward().loss, name).toBeLessThan(before / 2);
    }
  });
});

it.each(Object.keys(updateRules) as UpdateRuleName[])(
  '%s: the next update of a parameter is what is then applied',
  (name) => {
    const { run } = target();
    const updater = new Updater(run, name);
    updater.apply();
    run.forward().backward();
    const next = run.program.graph.parameters.map(({ id }) => ({
      id,
      numbers: updater.next(id).value('next').slice(),
    }));
    updater.apply();
    for (const { id, numbers } of next) expect((run as Run).value(id)).toEqual(numbers);
  },
);

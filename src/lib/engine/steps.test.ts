import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overTime, parameter, previous } from './equations.ts';
import { compile } from './program.ts';
import { stepsOf } from './steps.ts';

const { affine, scale, sum, sumOfSquaredErrors, tanh } = apply;

/** Two steps a timestep, a loss at the last one, and something computed once before the loop. */
function walk(timesteps: number) {
  const b = equation('bias', scale<string>(parameter('b.h', [2]), data('rate', 'once', [])));
  const x = data('input', 'step', [2]);
  const a = equation('a', affine<string>(parameter('W.h', [2, 2]), x, parameter('U.h', [2, 2]), previous('h', [2]), b));
  const h = equation('h', tanh(a));
  const term = equation('term', sumOfSquaredErrors<string>(h, data('target', 'step', [2])), 'last');
  const model = graph<string>(equation('loss', sum<string>(overTime(term))));
  return stepsOf(compile(model, { timesteps }));
}

const texts = (pass: string, timesteps: number) =>
  walk(timesteps).flatMap((step) => (step.pass === pass ? `${step.id}@${step.t}` : []));

describe('the steps', () => {
  it('are forward, backward, update, in this order', () => {
    const passes = walk(2).map(({ pass }) => pass);
    expect(passes.filter((pass, i) => pass !== passes[i - 1])).toEqual(['forward', 'backward', 'update']);
  });

  it('forward: timestep by timestep, each equation where it holds', () => {
    expect(texts('forward', 2)).toEqual(['bias@0', 'a@1', 'h@1', 'a@2', 'h@2', 'term@2', 'loss@0']);
  });

  it('backward: turned round, with what each timestep reads after it, and totals last', () => {
    const timestep = (t: number) => [`h@${t}`, `a@${t}`, `input@${t}`, `W.h@${t}`, `U.h@${t}`];
    const walked = ['loss@0', 'term@2', ...timestep(2), ...timestep(1), 'bias@0'];
    const [found, last] = [texts('backward', 2), ['h@0', 'W.h@0', 'U.h@0', 'b.h@0']];
    expect(found.slice(0, walked.length)).toEqual(walked);
    expect(found.slice(walked.length).toSorted()).toEqual(last.toSorted());
  });

  it('update: every parameter once', () => {
    expect(texts('update', 2).toSorted()).toEqual(['U.h@0', 'W.h@0', 'b.h@0']);
  });

  it('grow by the same steps with every timestep', () => {
    const [two, three, four] = [2, 3, 4].map((timesteps) => walk(timesteps).length);
    expect(four - three).toBe(three - two);
  });
});

it('a parameter that two loops over time read gathers its share of a timestep once', () => {
  const x = data('input', 'step', [2]);
  const W = parameter('W.a', [2, 2]);
  const first = equation('first', apply.affine<string>(W, x));
  const centred = equation('centred', apply.subtract<string>(first, equation('mean', apply.mean(overTime(first)))));
  const again = equation('again', apply.affine<string>(W, centred));
  const term = equation('term', apply.sumOfSquaredErrors<string>(again, data('target', 'step', [2])));
  const program = compile(graph<string>(equation('loss', apply.sum(overTime(term)))), { timesteps: 2 });
  const texts = stepsOf(program).map(({ pass, id, t }) => `${pass} ${id} ${t}`);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.filter((text) => text.startsWith('backward W.a'))).toEqual([
    'backward W.a 2',
    'backward W.a 1',
    'backward W.a 0',
  ]);
});

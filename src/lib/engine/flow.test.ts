import { describe, expect, it } from 'vitest';
import { apply, data, equation, graph, overTime, parameter, previous } from './equations.ts';
import { isGiven, lacksTerm } from './flow.ts';
import { compile, type Options } from './program.ts';
import { Run } from './run.ts';
import { stepsOf } from './steps.ts';

const { affine, multiply, sum, sumOfSquaredErrors, tanh } = apply;

/** h is read by the loss, by the next timestep, and a gate of its own: three ways for a gradient. */
function runOf(options: Options): Run {
  const before = previous('hidden', [2]);
  const inner = equation('inner', affine(parameter('W.h', [2, 2]), before, parameter('b.h', [2])));
  const gate = equation('gate', tanh(inner));
  const hidden = equation('hidden', multiply(gate, data('input', 'step', [2])));
  const term = equation('loss.term', sumOfSquaredErrors<string>(hidden, data('target', 'step', [2])));
  const run = new Run(compile(graph<string>(equation('loss', sum(overTime(term)))), { timesteps: 4, ...options }));
  for (const { id } of run.program.graph.parameters) run.value(id).forEach((_, i, all) => (all[i] = 0.3 + 0.2 * i));
  for (const t of [1, 2, 3, 4]) {
    run.value('input', t).set([0.5 * t, 1]);
    run.value('target', t).set([1, -t]);
  }
  run.value('hidden', 0).set([0.4, -0.6]);
  return run.forward().backward();
}

describe('a gradient lacks a term', () => {
  it.each([
    [{ dropped: [{ value: 'hidden', user: 'inner', t: 3 }] }],
    [{ dropped: [{ value: 'hidden', user: 'inner' }] }],
    [{ dropped: [{ value: 'hidden', user: 'loss.term', t: 2 }] }],
    [{ dropped: [{ value: 'W.h', user: 'inner', t: 2 }] }],
    [{ dropped: [{ value: 'hidden', user: 'loss.term', t: 4 }], held: [{ id: 'gate', t: 3, to: 0.5 }] }],
  ])('exactly where it is not what it is without %j', (edits: Options) => {
    const edited = runOf(edits);
    const whole = runOf({ held: edits.held, merged: false });
    for (const { pass, id, t } of stepsOf(edited.program)) {
      const isShare = edited.program.graph.values.get(id)!.role === 'parameter' && t > 0;
      if (pass !== 'backward' || isShare) continue;
      const differs = edited.gradient(id, t).some((each, i) => each !== whole.gradient(id, t)[i]);
      expect([id, t, lacksTerm(edited.program, { id, t })]).toEqual([id, t, differs]);
    }
  });

  it('of a parameter at the timesteps where one is left out, and in its total', () => {
    const { program } = runOf({ dropped: [{ value: 'W.h', user: 'inner', t: 2 }] });
    expect([0, 1, 2, 3, 4].filter((t) => lacksTerm(program, { id: 'W.h', t }))).toEqual([0, 2]);
  });
});

it('a value is given where every unit of it is held, by one edit or by several', () => {
  const held = [
    { id: 'gate', t: 2, to: 1 },
    { id: 'gate', index: 0, to: 1 },
    { id: 'gate', t: 3, index: 1, to: 0 },
  ];
  const { program } = runOf({ held });
  expect([1, 2, 3, 4].filter((t) => isGiven(program, { id: 'gate', t }))).toEqual([2, 3]);
});

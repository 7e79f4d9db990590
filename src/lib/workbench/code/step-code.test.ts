import { describe, expect, it, test } from 'vitest';
import type { Notation } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { Updater, updateRules, type UpdateRuleName } from '#lib/engine/updates.ts';
import { allEntriesAt } from '#lib/formula/formula.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { editedModel, modelOf, models } from '../../../tests/code-models.ts';
import { numbersIn, pythonWith, runPython } from '../../../tests/python.ts';
import type { Dialect } from './script-choice.ts';
import { stepCode } from './step-code.ts';

const pythons = { numpy: pythonWith('numpy'), pytorch: pythonWith('torch') };
const dialects: Dialect[] = ['numpy', 'pytorch'];

const stepsIn = (model: NamedRun): Step[] => stepsOf(model.run.program);

function numbersOf(model: NamedRun, { pass, id, t }: Step): number[] {
  const name = id as 'W.f';
  if (pass === 'forward') return [...model.run.value(name, t)];
  if (pass === 'update') return [...model.run.value(name)].map((value, i) => value - 0.1 * model.run.gradient(name)[i]);
  if (!model.isParameter(id) || t === 0) return [...model.run.gradient(name, t)];
  const shares = allEntriesAt(model, { id, t, sample: 0 }).filter(({ dropped }) => !dropped);
  return [...model.run.value(name)].map((_, i) => shares.reduce((sum, { share }) => sum + share[i], 0));
}

function expectRight(dialect: Dialect, all: readonly NamedRun[]): void {
  const steps = all.flatMap((model) => stepsIn(model).map((step) => ({ model, step })));
  const scripts = steps.map(({ model, step }) => stepCode(model, step, dialect));
  const outputs = runPython(pythons[dialect]!, scripts);
  const misses = steps.flatMap(({ model, step }, index) => {
    const right = numbersOf(model, step);
    return same(numbersIn(outputs[index]), right)
      ? []
      : [{ step, printed: outputs[index], right, script: scripts[index] }];
  });
  expect(misses.slice(0, 3), `${misses.length} of ${steps.length}`).toEqual([]);
}

const same = (found: readonly number[], right: readonly number[]): boolean =>
  found.length === right.length && found.every((number, i) => Math.abs(number - right[i]) <= 1e-12);

describe.each(dialects)('%s', (dialect) => {
  const isMissing = pythons[dialect] === undefined;

  it.skipIf(isMissing)(
    'computes the number of every step of every cell and loss (skipped without Python and it)',
    () => {
      expectRight(dialect, models);
    },
  );

  it.skipIf(isMissing)('honours what is held and left out (skipped without Python and it)', () => {
    expectRight(dialect, [editedModel]);
  });

  it.skipIf(isMissing).each(Object.keys(updateRules) as UpdateRuleName[])(
    'takes a second update by %s (skipped without Python and it)',
    (rule) => {
      const { cell, run } = modelOf(cells.rnn, 'mse', 'all');
      const updater = new Updater(run, rule, { rate: 0.05 });
      updater.apply();
      const model = new NamedRun(cell, run.forward().backward(), updater);
      const [{ id }] = run.program.graph.parameters;
      const script = stepCode(model, { pass: 'update', id, t: 0 }, dialect);
      updater.apply();
      const [printed] = runPython(pythons[dialect]!, [script]);
      expect(same(numbersIn(printed), [...run.value(id)]), `${printed}\n${script}`).toBe(true);
    },
  );

  test('every script is complete', () => {
    for (const model of [...models, editedModel]) {
      for (const step of stepsIn(model)) {
        for (const language of ['en', 'zh'] as const) {
          const script = stepCode(model, step, dialect, { language });
          expect(script).not.toMatch(/undefined|NaN|Infinity|\[object|\{\w+\}/);
          expect(script).toMatch(/\nprint\(.+\)\n$/);
        }
      }
    }
  });
});

test('above a parameter stands where the library of the notation keeps it, on its side in Keras', () => {
  const model = modelOf(cells.lstm, 'mse', 'all');
  const step: Step = { pass: 'forward', id: 'forget.preactivation', t: 2 };
  const script = (notation: Notation) => stepCode(model.inNotation(notation), step, 'numpy');
  expect(script('pytorch')).toContain('# weight_ih_l0[2:4]\nW_if = ');
  expect(script('pytorch')).toContain('# bias_ih_l0[2:4] + bias_hh_l0[2:4]\nb_if_plus_b_hf = ');
  expect(script('keras')).toContain('# kernel[:, 2:4].T\nW_f = ');
  expect(script('keras')).toContain('# bias[2:4]\nb_f = ');
  expect(script('course')).not.toContain('kernel');
});

test('a parameter is called as in the formula, in every notation', () => {
  const model = modelOf(cells.lstm, 'mse', 'all');
  const step: Step = { pass: 'forward', id: 'forget.preactivation', t: 2 };
  const script = (notation: Notation) => stepCode(model.inNotation(notation), step, 'numpy');
  expect(script('course')).toContain(' = W_xf @ input_2 + W_hf @ hidden_state_1 + b_f\n');
  expect(script('pytorch')).toContain(' = W_if @ input_2 + W_hf @ hidden_state_1 + b_if_plus_b_hf\n');
  expect(script('keras')).toContain(' = W_f @ input_2 + U_f @ hidden_state_1 + b_f\n');
});

test('a value is written with all its digits, under a name that says what it is', () => {
  const model = modelOf(cells.lstm, 'mse', 'all');
  const script = stepCode(model, { pass: 'backward', id: 'cell.state', t: 2 }, 'numpy');
  expect(script).toContain(`forget_gate_3 = np.array([${[...model.run.value('forget.gate', 3)].join(', ')}])`);
  expect(script).toContain('through_cell_kept_3 = d_cell_kept_3 * forget_gate_3');
  expect(script).toContain('d_cell_state_2 = through_cell_squashed_2 + through_cell_kept_3');
});

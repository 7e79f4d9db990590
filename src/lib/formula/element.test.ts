import { expect, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import { compile } from '#lib/engine/program.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { Random } from '#lib/engine/random.ts';
import { Run } from '#lib/engine/run.ts';
import { Updater, updateRules, type UpdateRuleName } from '#lib/engine/updates.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { texOf, type Tex } from '#lib/engine/tex.ts';
import type { Cell } from '#lib/cells/cell.ts';
import { isNumber } from '../../tests/matrix.ts';
import { writtenValue } from '../../tests/written-value.ts';
import { elementFormula } from './element.ts';
import { formulasAt } from './formulas-at.ts';
import { modelAt, updateOf } from './update-of.ts';
import { entriesAt, formulaTex } from './formula.ts';
import { NamedRun } from './named-run.ts';

function model(cell: Cell, kind: LossKind = 'mse'): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize: 2, outputSize: 2 }, { kind, at: 'all' });
  const run = new Run(compile(graph, { timesteps: 2 }));
  const random = new Random(3);
  for (const { id, axis } of [...graph.parameters, ...graph.data]) {
    for (const t of axis === 'step' ? [1, 2] : [0])
      run.value(id, t).forEach((_, i, all) => (all[i] = random.uniform(-1, 1)));
  }
  return new NamedRun(cell, run.forward().backward());
}

const value = (named: NamedRun, tex: Tex): number => {
  const found = writtenValue(named, tex);
  if (!isNumber(found)) throw new Error('more than one element');
  return found[0][0];
};

test.each(Object.keys(cells) as (keyof typeof cells)[])(
  'the arithmetic of every element of every step of %s comes to that element',
  (id) => {
    for (const kind of Object.keys(losses) as LossKind[]) {
      const named = model(cells[id], kind);
      for (const step of stepsOf(named.run.program)) {
        const length = sizeOf(named.shape(step.id));
        for (let element = 0; element < length; element++) {
          const [formula] = formulasAt(named, step, { elements: [element] });
          expect(
            value(modelAt(named, step), formula.right),
            `${kind} ${step.pass} ${step.id}@${step.t}[${element}]`,
          ).toBeCloseTo(formula.result[0], 12);
        }
      }
    }
  },
);

test('a weighted sum opens into its products, units counted from 1', () => {
  const named = model(cells.lstm);
  const step = { pass: 'forward', t: 2, id: 'forget.preactivation' } as const;
  const { left, symbols, numbers } = formulaTex(named, elementFormula(named, step, 1));
  expect(left).toBe('a_{f,2}[2]');
  expect(symbols).toBe(
    'W_{xf}[2][1] \\cdot X_{2}[1] + W_{xf}[2][2] \\cdot X_{2}[2] + ' +
      'W_{hf}[2][1] \\cdot H_{1}[1] + W_{hf}[2][2] \\cdot H_{1}[2] + b_{f}[2]',
  );
  expect(numbers.split('\\cdot')).toHaveLength(5);
});

test('backward the chain rule is written with the values it uses', () => {
  const named = model(cells.lstm);
  const step = { pass: 'backward', t: 2, id: 'forget.preactivation' } as const;
  const { left, symbols } = formulaTex(named, elementFormula(named, step, 0));
  expect(left).toBe('\\partial L/\\partial a_{f,2}[1]');
  expect(symbols).toBe('\\partial L/\\partial f_{2}[1] \\cdot f_{2}[1] \\cdot \\left(1 - f_{2}[1]\\right)');
});

test('a gradient gathers one product from every unit that reads the value', () => {
  const named = model(cells.lstm);
  const formula = elementFormula(named, { pass: 'backward', t: 1, id: 'hidden.state' }, 0);
  const entries = entriesAt(named, { id: 'hidden.state', t: 1, sample: 0 });
  expect(entries).toHaveLength(5);
  expect(texOf(formula.right).split(' + ')).toHaveLength(10);
});

test.each(Object.keys(updateRules) as UpdateRuleName[])('every line of an update by %s comes to its result', (rule) => {
  const { cell, run } = model(cells.lstm);
  const updater = new Updater(run, rule);
  updater.apply();
  const named = new NamedRun(cell, run.forward().backward(), updater);
  const step: Step = { pass: 'update', t: 0, id: 'W.c' };
  const lines = formulasAt(named, step, { elements: [2] });
  expect(lines).toHaveLength({ sgd: 1, momentum: 2, adam: 7 }[rule]);
  for (const { right, result } of lines) expect(value(modelAt(named, step), right)).toBeCloseTo(result[0], 14);
});

test('an update of one weight is a subtraction of single numbers', () => {
  const named = model(cells.lstm);
  const next = named.run.value('W.f').map((w, i) => w - 0.1 * named.run.gradient('W.f')[i]);
  const formula = formulasAt(named, { pass: 'update', t: 0, id: 'W.f' }, { elements: [3] })[0];
  expect(texOf(formula.right)).toBe('W_{xf}[2][2] - \\eta \\cdot \\partial L/\\partial W_{xf}[2][2]');
  expect(value(updateOf(named, 'W.f'), formula.right)).toBeCloseTo(next[3], 14);
});

import { expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { notations, type Notation } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { texOf } from '#lib/engine/tex.ts';
import { updateRules, Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { elementwise, isSameShape } from '../../tests/matrix.ts';
import { computed } from '../../tests/specimen.ts';
import { laidOut, writtenValue } from '../../tests/written-value.ts';
import { elementFormula } from './element.ts';
import { formulaOf, formulaTex, type Formula } from './formula.ts';
import { isChange } from './formula-html.ts';
import { formulasAt } from './formulas-at.ts';
import { NamedRun } from './named-run.ts';
import { numberPieces } from './slot-html.ts';
import type { Slot } from './slot.ts';
import { typeset } from './typeset.ts';
import { modelAt } from './update-of.ts';

interface Choice {
  readonly kind?: LossKind;
  readonly rule?: UpdateRuleName;
  readonly hiddenSize?: number;
}

/** Every length is another, so that an array on its wrong side fits nowhere. */
function model(cell: Cell, notation: Notation, { kind = 'mse', rule = 'sgd', hiddenSize = 3 }: Choice = {}): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize, outputSize: 4 }, { kind, at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 2, samples: 1 }, seed: 5 });
  return new NamedRun(cell, run, new Updater(run, rule)).inNotation(notation);
}

const every = Object.values<Cell>(cells).flatMap((cell) =>
  notations.map((notation) => ({ cell, id: cell.id, notation })),
);

function everyFormula(named: NamedRun): { at: NamedRun; step: Step; formula: Formula }[] {
  return stepsOf(named.run.program).flatMap((step) => {
    const at = modelAt(named, step);
    const whole = [false, true].flatMap((folded) => formulasAt(named, step, { folded }));
    const single = formulasAt(named, step, { elements: [0] });
    return [...whole, ...single].map((formula) => ({ at, step, formula }));
  });
}

const name = ({ pass, id, t }: Step): string => `${pass} ${id}@${t}`;

test.each(every)('every formula of $id as in $notation is true, row times column, as it is written', (choice) => {
  for (const kind of Object.keys(losses) as LossKind[]) {
    for (const { at, step, formula } of everyFormula(model(choice.cell, choice.notation, { kind }))) {
      const [found, shown] = [writtenValue(at, formula.right), laidOut(at, formula.left, formula.result)];
      expect(isSameShape(found, shown), `${kind} ${name(step)}`).toBe(true);
      for (const difference of elementwise(found, shown, (a, b) => Math.abs(a - b) / Math.max(1, Math.abs(b))).flat())
        expect(difference, `${kind} ${name(step)}`).toBeLessThan(1e-12);
    }
  }
});

test.each(every)('every formula of $id as in $notation compiles, in symbols and in numbers', ({ cell, notation }) => {
  const models = [
    ...(Object.keys(losses) as LossKind[]).map((kind) => model(cell, notation, { kind })),
    ...(Object.keys(updateRules) as UpdateRuleName[]).map((rule) => model(cell, notation, { rule, hiddenSize: 1 })),
  ];
  const formulas = models.flatMap(everyFormula).flatMap(({ at, formula }) => Object.values(formulaTex(at, formula)));
  for (const tex of new Set(formulas)) expect(typeset(tex, true), tex).toHaveProperty('html');
});

const at = (notation: Notation, step: Step, cell: Cell = cells.lstm): string =>
  texOf(formulaOf(model(cell, notation), step, { folded: true }).right);
const forward = (id: string): Step => ({ pass: 'forward', t: 2, id });
const backward = (id: string, t = 2): Step => ({ pass: 'backward', t, id });

test('PyTorch has its letters, and one number where it has two biases to add', () => {
  expect(at('pytorch', forward('forget.gate'))).toBe(
    '\\sigma\\left(W_{if}\\,x_{2} + W_{hf}\\,h_{1} + (b_{if}+b_{hf})\\right)',
  );
  expect(at('pytorch', forward('cell.state'))).toBe('f_{2} \\odot c_{1} + i_{2} \\odot g_{2}');
});

test('a GRU is written as in PyTorch’s documentation', () => {
  expect(at('pytorch', forward('reset.gate'), cells.gru)).toBe(
    '\\sigma\\left(W_{ir}\\,x_{2} + b_{ir} + W_{hr}\\,h_{1} + b_{hr}\\right)',
  );
  expect(at('pytorch', forward('candidate'), cells.gru)).toBe(
    '\\tanh\\left(W_{in}\\,x_{2} + b_{in} + r_{2} \\odot \\left(W_{hn}\\,h_{1} + b_{hn}\\right)\\right)',
  );
});

test('in Keras a row stands before its matrix, forward and backward', () => {
  expect(at('keras', forward('candidate'))).toBe('\\tanh\\left(x_{2}\\,W_{c} + h_{1}\\,U_{c} + b_{c}\\right)');
  expect(at('keras', backward('W.f'))).toContain('x_{2}^{\\top}\\,\\partial L/\\partial ');
  expect(at('keras', backward('hidden.state', 1))).toContain('\\partial L/\\partial a_{f,2}\\,U_{f}^{\\top}');
});

test('in Keras one element of a matrix is counted by the input first, and stands behind what it multiplies', () => {
  const named = model(cells.lstm, 'keras', { hiddenSize: 1 });
  const { right } = elementFormula(named, forward('forget.preactivation'), 0);
  expect(texOf(right)).toBe(
    'x_{2}[1] \\cdot W_{f}[1][1] + x_{2}[2] \\cdot W_{f}[2][1] + h_{1}[1] \\cdot U_{f}[1][1] + b_{f}[1]',
  );
});

test('a matrix on its side shows every number under the address it has in the engine', () => {
  const named = model(cells.lstm, 'keras');
  const slot: Slot = { kind: 'value', instance: { id: 'W.f', t: 0, sample: 0 } };
  const pieces = numberPieces(named, slot, { unit: 0 });
  expect(pieces[0]).toContain('--columns:3');
  const numbers = pieces.filter(isChange).map((change) => (change.kind === 'number' ? change : undefined));
  expect(numbers.map((each) => each?.address)).toEqual([
    'W.f[0][0]',
    'W.f[1][0]',
    'W.f[2][0]',
    'W.f[0][1]',
    'W.f[1][1]',
    'W.f[2][1]',
  ]);
  expect(numbers.map((each) => each?.value)).toEqual([0, 2, 4, 1, 3, 5].map((k) => named.run.value('W.f')[k]));
});

test('another notation is the same run', () => {
  const named = model(cells.lstm, 'course');
  const other = named.inNotation('keras');
  expect([other.run, other.updater, other.cell]).toEqual([named.run, named.updater, named.cell]);
  expect(other.run).toBe(named.run);
  expect(named.inNotation('course')).toBe(named);
});

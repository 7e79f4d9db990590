import { expect, test } from 'vitest';
import { cells } from '#lib/cells/registry.ts';
import type { Cell, Quantity } from '#lib/cells/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Random } from '#lib/engine/random.ts';
import { Run } from '#lib/engine/run.ts';
import { losses, sequenceModel, type LossKind } from '#lib/engine/sequence-model.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { languages, type Language } from '#lib/i18n/languages.ts';
import { staysFolded } from '#lib/stepper/zoom.ts';
import { formulaTex } from './formula.ts';
import { formulasAt } from './formulas-at.ts';
import { modelAt } from './update-of.ts';
import { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';
import { sentenceOf } from './sentence.ts';
import { typeset } from './typeset.ts';

function model(
  cell: Cell,
  hiddenSize: number,
  kind: LossKind = 'mse',
  outputSize?: number,
  at: 'all' | 'last' = 'all',
): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize, outputSize }, { kind, at });
  const run = new Run(compile(graph, { timesteps: 2 }));
  const random = new Random(1);
  for (const { id } of [...graph.parameters, ...graph.data]) {
    const times = id === 'input' || id === 'target' ? [1, 2] : [0];
    for (const t of times) run.value(id, t).forEach((_, i, all) => (all[i] = random.uniform(-1, 1)));
  }
  return new NamedRun(cell, run.forward().backward());
}

function formulaAt(named: NamedRun, step: Step, folded = false) {
  const model = modelAt(named, step);
  const formula = formulasAt(named, step, { folded }).at(-1)!;
  return { ...formulaTex(model, formula), exact: formula.exact };
}

test.each(Object.keys(cells) as (keyof typeof cells)[])(
  'every step of %s has formulas that compile and sentences in both languages',
  (id) => {
    for (const kind of Object.keys(losses) as LossKind[]) {
      for (const hiddenSize of [1, 3]) {
        const named = model(cells[id], hiddenSize, kind, kind === 'mse' ? undefined : 2);
        for (const step of stepsOf(named.run.program)) {
          const { left, symbols, numbers, result } = formulaAt(named, step);
          for (const tex of [left, symbols, numbers, result]) expect(typeset(tex, true)).toHaveProperty('html');
          for (const language of Object.keys(languages) as Language[]) {
            const sentence = sentenceOf(named, step, { language });
            expect(sentence).not.toMatch(/[{}@]|undefined/);
          }
        }
      }
    }
  },
);

test('an equation is written with its symbols, its numbers and its result', () => {
  const named = model(cells.lstm, 1);
  named.run.value('forget.gate', 2)[0] = 0.5;
  named.run.value('cell.state', 1)[0] = -0.25;
  named.run.value('cell.kept', 2)[0] = -0.125;
  expect(formulaAt(named, { pass: 'forward', t: 2, id: 'cell.kept' })).toEqual({
    left: 'K_{2}',
    symbols: 'f_{2} \\odot C_{1}',
    numbers: '0.500 \\cdot \\left({-}0.250\\right)',
    result: '{-}0.125',
    exact: true,
  });
});

test('a result that the figures shown do not give exactly is marked', () => {
  const named = model(cells.lstm, 1);
  named.run.value('cell.kept', 1)[0] = 0.1004;
  named.run.value('cell.written', 1)[0] = 0.2004;
  named.run.value('cell.state', 1)[0] = 0.3008;
  const { numbers, result, exact } = formulaAt(named, { pass: 'forward', t: 1, id: 'cell.state' });
  expect([numbers, result, exact]).toEqual(['\\left({+}0.100\\right) + \\left({+}0.200\\right)', '{+}0.301', false]);
});

const dL = (of: string) => `\\partial L/\\partial ${of}`;

test('the gradient of the cell state gathers what came through the hidden state and what came from the next timestep', () => {
  const { symbols } = formulaAt(model(cells.lstm, 2), { pass: 'backward', t: 1, id: 'cell.state' });
  expect(symbols).toBe(`${dL('S_{1}')} \\odot \\left(1 - S_{1}^{2}\\right) + ${dL('K_{2}')} \\odot f_{2}`);
});

test('a parameter shows at a timestep what this timestep contributes, and in the end all of them', () => {
  const named = model(cells.rnn, 2);
  const at = (t: number) => formulaAt(named, { pass: 'backward', t, id: 'W.h' }).symbols;
  expect(at(2)).toBe(`${dL('a_{2}')}\\,X_{2}^{\\top}`);
  expect(at(0)).toBe(`${dL('a_{1}')}\\,X_{1}^{\\top} + ${dL('a_{2}')}\\,X_{2}^{\\top}`);
});

test('a sentence says the operation with the numbers of one unit', () => {
  const named = model(cells.lstm, 2);
  named.run.value('output.preactivation', 1)[1] = 0.42;
  named.run.value('output.gate', 1)[1] = 0.6035;
  const step: Step = { pass: 'forward', t: 1, id: 'output.gate' };
  const say = (language: Language) => sentenceOf(named, step, { language, unit: 1 });
  expect(say('en')).toBe('output gate, unit 2: sigmoid of +0.420 is about 0.604.');
  expect(say('zh')).toBe('输出门，单元 2：+0.420 的 sigmoid 约等于 0.604。');
});

test('where the formula writes an operand out, a sentence says whose number it names, and elsewhere the number alone', () => {
  const named = model(cells.lstm, 2);
  named.run.value('cell.kept', 1)[0] = 0.664;
  named.run.value('cell.written', 1)[0] = -0.121;
  named.run.value('cell.state', 1)[0] = 0.543;
  const step: Step = { pass: 'forward', t: 1, id: 'cell.state' };
  const say = (language: Language, isFolded: boolean) => sentenceOf(named, step, { language, isFolded });
  expect(say('en', true)).toContain(
    'the kept part of the cell state (+0.664) plus the written part of the cell state (−0.121) is',
  );
  expect(say('en', false)).toContain(': +0.664 plus −0.121 is');
  expect(say('zh', true)).toContain('：保留的记忆（+0.664）加写入的记忆（−0.121）');
  expect(say('zh', false)).toContain('：+0.664 加 −0.121 ');
});

test('a gradient is said with its timestep, its unit and its terms', () => {
  const named = model(cells.lstm, 2);
  const step: Step = { pass: 'backward', t: 1, id: 'cell.state' };
  const say = (language: Language) => sentenceOf(named, step, { language, unit: 1 });
  const number = '(0|[+−][\\d.⁰-⁹·]+)';
  expect(say('en')).toMatch(
    new RegExp(
      `^Gradient of the loss with respect to the cell state, t = 1, unit 2: ${number} and ${number} add up to`,
    ),
  );
  expect(say('zh')).toMatch(new RegExp(`^损失对细胞状态的梯度，t = 1，单元 2：${number}、${number} 之和`));
});

test('of a matrix, the first number of the row of the chosen unit is said, and where it stands', () => {
  const named = model(cells.lstm, 2);
  const say = (pass: Step['pass'], t: number) => sentenceOf(named, { pass, t, id: 'U.f' }, { language: 'en', unit: 1 });
  const place = 'the recurrent weights of the forget gate, row 2, column 1';
  expect(say('backward', 0)).toContain(`with respect to ${place}: `);
  expect(say('backward', 2)).toContain(`to the gradient of ${place}.`);
  expect(`the ${say('update', 0)}`).toContain(`${place}: ${numberText(named.run.value('U.f')[2], { typed: true })}`);
});

test.each(Object.entries(cells))('every name of %s can stand behind “the”', (_, cell) => {
  for (const { name } of Object.values<Quantity>(cell.quantities)) expect(name.en).not.toMatch(/^(what|the|its)\b|,/);
});

test('a squared difference is said as one', () => {
  const named = model(cells.rnn, 1, 'sse');
  named.run.value('hidden.state', 1)[0] = 0.5;
  named.run.value('target', 1)[0] = 0.25;
  named.run.value('loss.term', 1)[0] = 0.0625;
  const step: Step = { pass: 'forward', t: 1, id: 'loss.term' };
  const said = sentenceOf(named, step, { language: 'en' });
  expect(said).toBe('loss of one timestep: the sum of squared errors ((+0.500) − (+0.25))² is about 0.063.');
});

test.each(['mse', 'sse'] as const)('where %s has one term, there is no arithmetic to be said', (kind) => {
  const named = model(cells.gru, 1, kind, undefined, 'last');
  const step: Step = { pass: 'forward', t: 0, id: 'loss' };
  const result = numberText(named.run.loss, { unsigned: true });
  expect(sentenceOf(named, step, { language: 'en' })).toBe(`loss: ${result}, its only term.`);
  expect(sentenceOf(named, step, { language: 'zh' })).toBe(`损失：只有一项，就是 ${result}。`);
});

test('folded, a gate is the sigmoid of its weighted sum, and the cell state keeps and writes in one line', () => {
  const named = model(cells.lstm, 2);
  expect(formulaAt(named, { pass: 'forward', t: 2, id: 'forget.gate' }, true).symbols).toBe(
    '\\sigma\\left(W_{xf}\\,X_{2} + W_{hf}\\,H_{1} + b_{f}\\right)',
  );
  expect(formulaAt(named, { pass: 'forward', t: 2, id: 'cell.state' }, true).symbols).toBe(
    'f_{2} \\odot C_{1} + i_{2} \\odot \\tilde{C}_{2}',
  );
});

test('folded, the gradients are the formulas of backpropagation through time', () => {
  const named = model(cells.lstm, 2);
  const symbols = (id: string, t: number) => formulaAt(named, { pass: 'backward', t, id }, true).symbols;

  expect(symbols('forget.preactivation', 2)).toBe(
    `${dL('C_{2}')} \\odot C_{1} \\odot f_{2} \\odot \\left(1 - f_{2}\\right)`,
  );
  expect(symbols('cell.state', 1)).toBe(
    `${dL('H_{1}')} \\odot o_{1} \\odot \\left(1 - \\tanh\\left(C_{1}\\right)^{2}\\right) + ${dL('C_{2}')} \\odot f_{2}`,
  );
});

test('folded or not, the result is the same, and only what has a name of its own keeps its step', () => {
  const named = model(cells.lstm, 2);
  const shown = stepsOf(named.run.program).filter((step) => staysFolded(named.cell, step));
  const ids = (pass: string) => shown.filter((step) => step.pass === pass && step.t === 1).map(({ id }) => id);
  expect(ids('forward').slice(0, 6)).toEqual([
    'forget.gate',
    'input.gate',
    'candidate',
    'cell.state',
    'output.gate',
    'hidden.state',
  ]);
  expect(ids('backward').slice(0, 7)).toEqual([
    'loss.term',
    'hidden.state',
    'output.preactivation',
    'cell.state',
    'candidate.preactivation',
    'input.preactivation',
    'forget.preactivation',
  ]);
  for (const step of shown) expect(formulaAt(named, step, true).result).toBe(formulaAt(named, step).result);
});

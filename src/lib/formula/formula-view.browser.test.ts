import { beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { notations } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import type { Cell } from '#lib/cells/cell.ts';
import type { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { computed } from '../../tests/specimen.ts';
import { elementFormula } from './element.ts';
import { formulaOf, type Formula } from './formula.ts';
import { formulaPieces, htmlOf } from './formula-html.ts';
import FormulaView from './FormulaView.svelte';
import { NamedRun } from './named-run.ts';
import { loadSymbols } from './symbol-html.ts';

const timesteps = 5;

/** Random numbers, but exact zeros in the initial state, and data with two decimals, as somebody types them. */
function modelOf(cell: Cell, hiddenSize = 2): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 2, hiddenSize, outputSize: 2 }, { kind: 'mse', at: 'all' });
  const settle = (run: Run): void => {
    for (const id of Object.values(cell.states)) run.value(id, 0).fill(0);
    for (const id of ['input', 'target'] as const)
      for (let t = 1; t <= timesteps; t++) run.value(id, t).fill(t === 2 ? 0 : t / 4);
  };
  return new NamedRun(cell, computed({ graph, sizes: { timesteps, samples: 1 }, seed: 3, settle }));
}

const formulaAt = (model: NamedRun, step: Step, folded = true): Formula => formulaOf(model, step, { folded });

/** Where every symbol stands in its line, to a tenth of a pixel. */
function symbolPlaces(container: Element): string[] {
  const { left } = container.querySelector('.terms')!.getBoundingClientRect();
  return [...container.querySelectorAll('.symbol')].map((symbol) => {
    const box = symbol.getBoundingClientRect();
    return `${(box.left - left).toFixed(1)} ${box.width.toFixed(1)}`;
  });
}

beforeAll(async () => {
  Object.assign(document.body.style, { width: '2000px', fontFamily: 'sans-serif' });
  await Promise.all(['15px KaTeX_Main', 'italic 15px KaTeX_Math'].map((font) => document.fonts.load(font)));
});

/** A number that needs a power of ten may need more room than usual, too. */
const hasPower = (container: Element): boolean => container.textContent.includes('·10');

describe.each(Object.values<Cell>(cells))('$id', (cell) => {
  test.each([1, 2])('symbols keep their places while an equation (units: %i) goes through time', async (hiddenSize) => {
    const model = modelOf(cell, hiddenSize);
    const steps = stepsOf(model.run.program).filter(({ t }) => t > 0);
    const props = { model, label: '', formula: formulaAt(model, steps[0]) };
    const { container, rerender } = await render(FormulaView, props);
    /** By equation and number of terms: at the last timestep nothing comes back from a later one. */
    const places = new Map<string, string[]>();
    for (const step of steps) {
      await rerender({ ...props, formula: formulaAt(model, step) });
      if (hasPower(container)) continue;
      const now = symbolPlaces(container);
      const equation = `${step.pass} ${step.id}, ${now.length} symbols`;
      places.set(equation, [...(places.get(equation) ?? []), now.join(', ')]);
    }
    const moved = [...places].filter(([, seen]) => new Set(seen).size > 1);
    expect(moved).toEqual([]);
    expect(Math.max(...[...places.values()].map((seen) => seen.length))).toBe(timesteps);
  });

  test.each(notations)('in %s the page is after any step what it would be had it begun with it', async (notation) => {
    await loadSymbols(notation);
    const model = modelOf(cell, 6).inNotation(notation);
    const steps = stepsOf(model.run.program);
    const shown = [...steps, ...steps.toReversed()].map((step, k) => formulaAt(model, step, k % 3 > 0));
    shown.push(...steps.slice(0, 20).map((step) => elementFormula(model, step, 0)));
    const { container, rerender } = await render(FormulaView, { model, label: '', formula: shown[0] });
    for (const formula of shown) {
      for (const unit of [0, 3]) {
        await rerender({ formula, unit });
        const fresh = document.createElement('div');
        fresh.innerHTML = htmlOf(formulaPieces(model, formula, unit));
        expect(container.querySelector('.terms')!.innerHTML).toBe(fresh.innerHTML);
      }
    }
  });
});

test('a number that is pointed at tells all its digits, also when a step changes it under the pointer', async () => {
  const model = modelOf(cells.lstm);
  const at = (t: number) => ({
    model,
    formula: formulaAt(model, { pass: 'forward', t, id: 'cell.state' }),
    label: 'Formula',
  });
  const { container, rerender } = await render(FormulaView, at(2));
  const number = container.querySelector<HTMLElement>('.result .value')!;
  expect(number.title).toBe('');
  number.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  expect(number.title).toBe(String(model.run.value('cell.state', 2)[0]));
  await rerender(at(3));
  expect(number.title).toBe(String(model.run.value('cell.state', 3)[0]));
  container.querySelector('.symbol')!.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
  expect(number.title).toBe('');
});

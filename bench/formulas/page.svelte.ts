/**
 * In the browser: goes through steps of an LSTM, once in a FormulaView and once by having KaTeX typeset every formula
 * anew, symbols and numbers. Both are given the formula, and both put it into the page.
 */
import katex from 'katex';
import { flushSync, mount } from 'svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { formulaOf, formulaTex, type Formula } from '#lib/formula/formula.ts';
import FormulaView from '#lib/formula/FormulaView.svelte';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { median } from '../median.ts';
import type { FormulaRatios } from './measure.ts';

const rounds = 9;
const model = specimen(lstm, { hiddenSize: 3, inputSize: 2, timesteps: 5 });
const formulaAt = (step: Step): Formula => formulaOf(model, step, { folded: true });

const steps = stepsOf(model.run.program);
const walk = steps.map(formulaAt);
/** The same equation at all its timesteps, then the next one. */
const equationWise = Object.values(Object.groupBy(steps, ({ pass, id }) => `${pass} ${id}`)).flatMap((group) =>
  group!.map(formulaAt),
);

let shown = $state.raw(walk[0]);
const props = {
  model,
  label: 'Live',
  get formula() {
    return shown;
  },
};
mount(FormulaView, { target: document.body, props });
const typeset = document.body.appendChild(document.createElement('div'));

function setLive(formula: Formula): void {
  shown = formula;
  flushSync();
}

function setTypeset(formula: Formula): void {
  const { left, symbols, numbers, result } = formulaTex(model, formula);
  const lines = [`${left} = ${symbols}`, `${result} ${formula.exact ? '=' : '\\approx'} ${numbers}`];
  typeset.innerHTML = lines
    .map((tex) => katex.renderToString(tex, { displayMode: true, output: 'html', strict: 'error' }))
    .join('');
}

/** Milliseconds for all. */
function time(formulas: readonly Formula[], set: (formula: Formula) => void): number {
  const start = performance.now();
  formulas.forEach(set);
  return performance.now() - start;
}

/** Time of typesetting ÷ time of the live formula, both in every round, so that a slow moment meets both. */
const ratio = (formulas: readonly Formula[]): number =>
  median(Array.from({ length: rounds }, () => time(formulas, setTypeset) / time(formulas, setLive)));

/** Called by `measure.ts`. The first walks of each are warm-up. */
function measure(): FormulaRatios {
  for (let round = 0; round < 2; round++) for (const set of [setLive, setTypeset]) time(walk, set);
  return { walk: ratio(walk), equationWise: ratio(equationWise) };
}
Object.assign(window, { measure });

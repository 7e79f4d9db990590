/** What a step computes, as TeX in three reveals: symbols, numbers put in, result. Read off the equations alone. */
import type { Equation } from '#lib/engine/equations.ts';
import { ledger, type Entry } from '#lib/engine/ledger.ts';
import { backwardRule } from '#lib/engine/operation.ts';
import { operationOf, type Instance } from '#lib/engine/program.ts';
import type { Step } from '#lib/engine/steps.ts';
import { atom, texDifference, texProduct, texSum, texOf, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { shownNumber, type NumberStyle } from './number.ts';
import { texOfNumbers } from './numerals.ts';

export interface Formula {
  /** What the step finds: its symbol, its operation in symbols, the same with numbers, the result. All TeX. */
  readonly left: string;
  readonly symbols: string;
  readonly numbers: string;
  readonly result: string;
  /** Whether the figures shown give exactly the result shown; if not, ≈ stands before it. */
  readonly exact: boolean;
}

/** The new value of a parameter, for a step of the pass `update`. */
export type Learned = (id: string) => { readonly rate: number; readonly next: Float64Array };

export function formulaOf(model: NamedRun, step: Step, learned: Learned, sample = 0): Formula {
  const instance: Instance = { id: step.id, t: step.t, sample };
  if (step.pass === 'forward') return forward(model, instance);
  return step.pass === 'backward' ? backward(model, instance) : update(model, instance, learned);
}

const formula = (left: Tex, symbols: Tex, numbers: Tex, result: Tex, exact: boolean): Formula => ({
  left: texOf(left),
  symbols: texOf(symbols),
  numbers: texOf(numbers),
  result: texOf(result),
  exact,
});

/** How an equation's operands and result are written: as symbols or as numbers. */
interface Writing {
  value(instance: Instance): Tex;
  gradient(instance: Instance): Tex;
}

const inSymbols = (model: NamedRun): Writing => ({
  value: (instance) => model.symbol(instance),
  gradient: (instance) => model.gradientSymbol(instance),
});

const inNumbers = (model: NamedRun): Writing => ({
  value: (instance) => model.valueTex(instance),
  gradient: (instance) => model.gradientTex(instance),
});

function forward(model: NamedRun, instance: Instance): Formula {
  const equation = equationOf(model, instance.id);
  const { instances, x, context } = model.run.operands(equation, instance.t, instance.sample);
  const written = ({ value }: Writing): Tex => operationOf(equation).tex(instances.map(value), context);
  const y = model.run.value(instance.id, instance.t, instance.sample);
  const fromShown = new Float64Array(y.length);
  operationOf(equation).forward(fromShown, shownOperands(model, instances, x), context);
  return formula(
    model.symbol(instance),
    written(inSymbols(model)),
    written(inNumbers(model)),
    model.valueTex(instance),
    sameFigures(fromShown, y, model.style(instance.id)),
  );
}

/** The entries that make up the gradient shown at a step: for a parameter at timestep t only those that t contributes. */
export function entriesAt(model: NamedRun, { id, t, sample }: Instance): Entry[] {
  const isParameter = model.isParameter(id);
  const entries = ledger(model.run, id, isParameter ? 0 : t, sample).filter(({ dropped }) => !dropped);
  return isParameter && t > 0 ? entries.filter(({ user }) => user?.t === t) : entries;
}

function backward(model: NamedRun, instance: Instance): Formula {
  const entries = entriesAt(model, instance);
  const total = new Float64Array(model.run.value(instance.id, instance.t, instance.sample).length);
  const fromShown = new Float64Array(total.length);
  for (const entry of entries) {
    entry.share.forEach((value, i) => (total[i] += value));
    addShareOfShown(model, entry, fromShown);
  }
  const gradient = model.gradientSymbol(instance);
  const isShare = model.isParameter(instance.id) && instance.t > 0;
  const terms = (writing: Writing): Tex =>
    entries.length ? texSum(...entries.map((entry) => termTex(model, entry, writing))) : atom('0');
  return formula(
    isShare ? atom(`\\left.${texOf(gradient)}\\right|_{t=${instance.t}}`) : gradient,
    terms(inSymbols(model)),
    terms(inNumbers(model)),
    texOfNumbers(total, model.shape(instance.id)),
    sameFigures(fromShown, total, {}),
  );
}

/** One entry of a ledger: the chain rule through one use. */
function termTex(model: NamedRun, { user, k }: Entry, { value, gradient }: Writing): Tex {
  if (!user) return atom('1');
  const equation = equationOf(model, user.id);
  const { instances, context } = model.run.operands(equation, user.t, user.sample);
  return operationOf(equation).texBackward(k, gradient(user), value(user), instances.map(value), context);
}

/** The same entry, computed from the figures that its term shows. */
function addShareOfShown(model: NamedRun, { user, k }: Entry, d: Float64Array): void {
  if (!user) return void (d[0] += 1);
  const { run } = model;
  const equation = equationOf(model, user.id);
  const { instances, x, context } = run.operands(equation, user.t, user.sample);
  const g = shown(run.gradient(user.id, user.t, user.sample), {});
  const y = shown(run.value(user.id, user.t, user.sample), model.style(user.id));
  backwardRule(operationOf(equation), k)(d, g, y, shownOperands(model, instances, x), context, k);
}

/** θ ← θ − η ∂L/∂θ */
function update(model: NamedRun, instance: Instance, learned: Learned): Formula {
  const { rate, next } = learned(instance.id);
  const rateStyle: NumberStyle = { fraction: true, typed: true };
  const symbol = model.symbol(instance);
  const g = model.run.gradient(instance.id);
  const value = shown(model.run.value(instance.id), model.style(instance.id));
  const fromShown = value.map((before, i) => before - shownNumber(rate, rateStyle) * shownNumber(g[i]));
  const written = (of: Tex, eta: Tex, slope: Tex): Tex => texDifference(of, texProduct(eta, slope));
  return formula(
    atom(`${texOf(symbol)}'`),
    written(symbol, atom('\\eta'), model.gradientSymbol(instance)),
    written(model.valueTex(instance), texOfNumbers([rate], [], rateStyle), model.gradientTex(instance)),
    texOfNumbers(next, model.shape(instance.id)),
    sameFigures(fromShown, next, {}),
  );
}

const equationOf = ({ run }: NamedRun, id: string): Equation => run.program.graph.values.get(id)!.equation!;

const shown = (values: Float64Array, style: NumberStyle): Float64Array =>
  values.map((value) => shownNumber(value, style));

const shownOperands = (model: NamedRun, instances: readonly Instance[], x: readonly Float64Array[]): Float64Array[] =>
  instances.map(({ id }, k) => shown(x[k], model.style(id)));

/** Whether arithmetic on the figures shown gives the figures of the result, with nothing lost to rounding. */
const sameFigures = (fromShown: Float64Array, result: Float64Array, style: NumberStyle): boolean =>
  result.every(
    (value, i) => Math.abs(fromShown[i] - shownNumber(value, style)) <= 1e-12 * Math.max(1, Math.abs(value)),
  );

/**
 * What a step computes, read off the equations: a tree of symbols, each of which knows the number it stands for. The
 * same tree, folded or not, gives the row of symbols, the row of numbers and whether the figures shown are exact.
 */
import type { Step } from '#lib/engine/steps.ts';
import { holdsOn } from '#lib/engine/edits.ts';
import { ledger, type Entry } from '#lib/engine/ledger.ts';
import type { Instance } from '#lib/engine/instances.ts';
import { atom, texOf, texSum, withParts, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { isSameNumber, shownNumber } from './number.ts';
import { slotNumbers, slotStyle, slotTex, slotAtom, type Slot } from './slot.ts';
import { Writer } from './writer.ts';

export interface Formula {
  /** What the step finds. */
  readonly left: Slot;
  /** How it is found. The atoms of the tree carry their `slot`. */
  readonly right: Tex;
  readonly result: Float64Array;
  /** Of single numbers: what each term comes to; what is no sum is one term. */
  readonly terms?: readonly number[];
  /** The same, where that is worth writing beneath them. */
  readonly parts?: readonly number[];
  /** Held at a number: what the equation gives, to the right, is not the value. */
  readonly held?: boolean;
  /** Whether the figures shown give exactly the figures of the result; if not, ≈ stands before it. */
  readonly exact: boolean;
}

export interface FormulaOptions {
  /** Whether intermediates are replaced by their right-hand sides. */
  readonly folded?: boolean;
  readonly sample?: number;
  /** Backward: only what comes through this use. */
  readonly through?: Instance;
}

/** Of a step forward or backward; an update is a model of its own, see `update-of.ts`. */
export function formulaOf(
  model: NamedRun,
  step: Step,
  { folded = false, sample = 0, through }: FormulaOptions = {},
): Formula {
  const instance: Instance = { id: step.id, t: step.t, sample };
  const writer = new Writer(model, folded);
  return step.pass === 'forward' ? forward(writer, instance) : backward(writer, instance, through);
}

function forward(writer: Writer, instance: Instance): Formula {
  const left: Slot = { kind: 'value', instance };
  const result = slotNumbers(writer.model, left);
  const exact = sameFigures(writer.computedFromShown(instance), result, writer.model, left);
  const held = holdsOn(writer.model.run.program, instance).length > 0;
  return { left, right: writer.rightHandSide(instance), result, exact, held };
}

function backward(writer: Writer, instance: Instance, through?: Instance): Formula {
  const { model } = writer;
  const entries = entriesAt(model, instance, through);
  const isShare = model.isParameter(instance.id) && instance.t > 0;
  const left: Slot = { kind: isShare ? 'share' : 'gradient', instance };
  const result = new Float64Array(model.run.value(instance.id, instance.t, instance.sample).length);
  for (const { share } of entries) share.forEach((value, i) => (result[i] += value));
  const terms = entries.map((entry) => writer.term(entry));
  const fromShown = writer.sumOfShown(entries, result.length);
  return {
    left,
    right: terms.length ? texSum(...terms) : atom('0'),
    result,
    exact: sameFigures(fromShown, result, model, left),
  };
}

/**
 * The entries that make up the gradient shown at a step: for a parameter at timestep t only those that t contributes.
 * @param through given: only what comes through this use
 */
export const entriesAt = (model: NamedRun, instance: Instance, through?: Instance): Entry[] =>
  allEntriesAt(model, instance).filter(
    ({ user, dropped }) => !dropped && (!through || (user?.id === through.id && user.t === through.t)),
  );

/** The same with those that an edit leaves out. */
export function allEntriesAt(model: NamedRun, { id, t, sample }: Instance): readonly Entry[] {
  const isParameter = model.isParameter(id);
  const entries = wholeLedger(model, id, isParameter ? 0 : t, sample);
  return isParameter && t > 0 ? entries.filter(({ user }) => user?.t === t) : entries;
}

/** A step's formula, words, drawing and ledger ask for the same entries, which for a matrix are many large ones. */
const latest = new WeakMap<NamedRun, { readonly of: string; readonly entries: readonly Entry[] }>();

function wholeLedger(model: NamedRun, id: string, t: number, sample: number): readonly Entry[] {
  const of = `${id}@${t}#${sample}`;
  const known = latest.get(model);
  if (known?.of === of) return known.entries;
  const entries = ledger(model.run, id, t, sample);
  latest.set(model, { of, entries });
  return entries;
}

function sameFigures(fromShown: Float64Array, result: Float64Array, model: NamedRun, left: Slot): boolean {
  const style = slotStyle(model, left);
  return result.every((value, i) => isSameNumber(fromShown[i], shownNumber(value, style), Math.abs(value)));
}

/** A formula as TeX, in its three reveals. */
export interface FormulaTex {
  readonly left: string;
  readonly symbols: string;
  readonly numbers: string;
  readonly result: string;
}

export function formulaTex(model: NamedRun, { left, right, result }: Formula): FormulaTex {
  return {
    left: texOf(slotAtom(model, left)),
    symbols: texOf(right),
    numbers: texOf(withNumbers(model, right)),
    result: texOf(slotTex(model, left, result)),
  };
}

/** The same tree with numbers in the place of symbols. */
function withNumbers(model: NamedRun, tex: Tex): Tex {
  if (tex.kind === 'atom' && tex.slot) return slotTex(model, tex.slot as Slot);
  return withParts(tex, (part) => withNumbers(model, part));
}

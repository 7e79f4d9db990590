/**
 * One element of what a step finds, opened into arithmetic on single numbers: (+0.52)·(+0.640) + (−0.22)·(+0.440) + …
 * Read off the definition of each operation; backward by the chain rule applied to it.
 */
import { contextOf, type Equation } from '#lib/engine/equations.ts';
import { isHeld } from '#lib/engine/edits.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Entry } from '#lib/engine/ledger.ts';
import { operationOf } from '#lib/engine/operations.ts';
import { chainRule, constant, evaluate, product, read, sum, type Scalar } from '#lib/engine/scalar.ts';
import type { Step } from '#lib/engine/steps.ts';
import { entriesAt, type Formula } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { isSameNumber, shownNumber } from './number.ts';
import { texOfScalar } from './scalar-tex.ts';
import { slotNumbers, slotStyle, type Slot } from './slot.ts';

/**
 * Of a step forward or backward.
 * @param element which one, in storage order
 * @param folded forward: whether intermediates are written as their own arithmetic
 * @param through backward: given, only what comes through this use
 */
export function elementFormula(
  model: NamedRun,
  step: Step,
  element: number,
  folded = false,
  through?: Instance,
): Formula {
  const instance: Instance = { id: step.id, t: step.t, sample: 0 };
  const sheet = new Sheet(model);
  if (step.pass === 'forward')
    return sheet.formula(
      { kind: 'value', instance, element },
      folded ? sheet.folded(instance, element) : sheet.value(instance, element),
    );
  const isShare = model.isParameter(instance.id) && instance.t > 0;
  const entries = entriesAt(model, instance, through);
  const total = entries.reduce((sofar, { share }) => sofar + share[element], 0);
  const left: Slot = {
    kind: isShare ? 'share' : 'gradient',
    instance,
    element,
    ...(isShare ? { numbers: Float64Array.of(total) } : {}),
  };
  return sheet.formula(left, sum(...entries.flatMap((entry) => sheet.terms(entry, element))));
}

/** What comes twice, as through both factors of a square, is written once, times two. */
function takenTogether(terms: readonly Scalar[]): Scalar[] {
  if (terms.length < 2) return [...terms];
  const counts = new Map<string, { readonly term: Scalar; readonly count: number }>();
  for (const term of terms) {
    const key = JSON.stringify(term);
    counts.set(key, { term, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].map(({ term, count }) => {
    const factors = term.kind === 'product' ? term.parts : [term];
    return count > 1 ? product(constant(count), ...factors) : term;
  });
}

/** An expression over slots: operand number k of its scalars is slot number k. */
class Sheet {
  readonly #model: NamedRun;
  readonly #slots: Slot[] = [];

  constructor(model: NamedRun) {
    this.#model = model;
  }

  #place(...slots: Slot[]): number {
    this.#slots.push(...slots);
    return this.#slots.length - slots.length;
  }

  /** Element `element` as its equation defines it. */
  value(instance: Instance, element: number): Scalar {
    return this.#equation(instance).element(element);
  }

  /** The same, with the arithmetic of intermediates in the place of their numbers. */
  folded(instance: Instance, element: number): Scalar {
    const equation = this.#equationOf(instance);
    const { instances } = this.#model.run.operands(equation, instance.t, instance.sample);
    const readers = instances.map((operand) => {
      const { folds } = this.#model.named(operand.id).quantity ?? {};
      if (folds === 'forward' || folds === 'both') return (index: number) => this.folded(operand, index);
      const place = this.#place({ kind: 'value', instance: operand });
      return (index: number) => read(place, index);
    });
    return operationOf(equation).element(element, readers, contextOf(equation));
  }

  #equationOf({ id }: Instance): Equation {
    return this.#model.run.program.graph.values.get(id)!.equation!;
  }

  #equation(instance: Instance) {
    const equation = this.#equationOf(instance);
    const { instances } = this.#model.run.operands(equation, instance.t, instance.sample);
    const first = this.#place(...instances.map((operand): Slot => ({ kind: 'value', instance: operand })));
    const readers = instances.map((_, k) => (index: number) => read(first + k, index));
    const element = (i: number): Scalar => operationOf(equation).element(i, readers, contextOf(equation));
    return { first, element };
  }

  /** What element `element` of a value gets through one use: a product for each element of the user that reads it. */
  terms({ user, k }: Entry, element: number): Scalar[] {
    if (!user) return [constant(1)];
    const { first, element: ofUser } = this.#equation(user);
    const own = this.#place({ kind: 'value', instance: user });
    const gradient = this.#place({ kind: 'gradient', instance: user });
    const { length } = this.#model.run.value(user.id, user.t, user.sample);
    return Array.from({ length }, (_, j) => j).flatMap((j) => {
      if (isHeld(this.#model.run.program, user, j)) return [];
      const found: Scalar[] = [];
      chainRule(ofUser(j), read(own, j), this.#reader, ({ operand, index }, factors) => {
        if (operand === first + k && index === element) found.push(product(read(gradient, j), ...factors));
      });
      return takenTogether(found);
    });
  }

  formula(left: Slot, right: Scalar): Formula {
    const result = slotNumbers(this.#model, left);
    const ofShown = evaluate(right, (operand, index) => this.#shown(operand, index));
    const exact = isSameNumber(ofShown, shownNumber(result[0], slotStyle(this.#model, left)));
    const held = left.kind === 'value' && isHeld(this.#model.run.program, left.instance, left.element);
    const isSum = right.kind === 'sum' && right.parts.length > 1;
    const terms = isSum ? right.parts.map((part) => evaluate(part, this.#reader)) : [evaluate(right, this.#reader)];
    // Where a term is worth computing by itself.
    const parts = isSum && right.parts.some(({ kind }) => kind === 'product') ? terms : undefined;
    return { left, right: texOfScalar(this.#model, right, this.#slots), result, terms, parts, exact, held };
  }

  readonly #reader = (operand: number, index: number): number => slotNumbers(this.#model, this.#slots[operand])[index];

  #shown(operand: number, index: number): number {
    const slot = this.#slots[operand];
    return shownNumber(this.#reader(operand, index), slotStyle(this.#model, slot));
  }
}

import { contextOf, type Equation } from '#lib/engine/equations.ts';
import { holdsOn, isHeld, withoutHeld } from '#lib/engine/edits.ts';
import { ledger, type Entry } from '#lib/engine/ledger.ts';
import { backwardRule } from '#lib/engine/operation.ts';
import { operationOf } from '#lib/engine/operations.ts';
import type { Instance } from '#lib/engine/instances.ts';
import { atom, texSum, type Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import { shownNumber } from './number.ts';
import { slotAtom, slotNumbers, slotStyle, type Slot } from './slot.ts';

/**
 * Writes values and gradients down, as trees of symbols and, in step with them, as what the figures shown would give.
 * Folded, an intermediate is written as its right-hand side, and an intermediate's gradient as its sum.
 */
export class Writer {
  readonly model: NamedRun;
  readonly #folded: boolean;

  constructor(model: NamedRun, folded: boolean) {
    this.model = model;
    this.#folded = folded;
  }

  /** The right-hand side of the equation of `instance`. */
  rightHandSide(instance: Instance): Tex {
    return this.model.ordered(this.#rightHandSide(instance));
  }

  /** One entry of a ledger: the chain rule through one use. */
  term(entry: Entry): Tex {
    return this.model.ordered(this.#term(entry));
  }

  #rightHandSide(instance: Instance): Tex {
    const equation = this.#equation(instance.id);
    const { instances } = this.#operands(instance);
    return operationOf(equation).tex(
      instances.map((operand) => this.#value(operand)),
      contextOf(equation),
    );
  }

  #term({ user, k }: Entry): Tex {
    if (!user) return atom('1');
    if (isHeld(this.model.run.program, user)) return atom('0');
    const equation = this.#equation(user.id);
    const operands = this.#operands(user).instances.map((operand) => this.#value(operand));
    return operationOf(equation).texBackward(k, this.#gradient(user), this.#value(user), operands, contextOf(equation));
  }

  /** What the equation of `instance` gives for the figures shown. */
  computedFromShown(instance: Instance): Float64Array {
    const { instances, context } = this.#operands(instance);
    const y = new Float64Array(this.model.run.value(instance.id, instance.t, instance.sample).length);
    operationOf(this.#equation(instance.id)).forward(
      y,
      instances.map((operand) => this.#shownValue(operand)),
      context,
    );
    return y;
  }

  /** What the entries give for the figures their terms show. */
  sumOfShown(entries: readonly Entry[], length: number): Float64Array {
    const d = new Float64Array(length);
    for (const { user, k } of entries) {
      if (!user) d[0] += 1;
      else this.#addTerm(d, user, k);
    }
    return d;
  }

  #addTerm(d: Float64Array, user: Instance, k: number): void {
    const { instances, context } = this.#operands(user);
    const x = instances.map((operand) => this.#shownValue(operand));
    const rule = backwardRule(operationOf(this.#equation(user.id)), k);
    rule(d, this.#shownGradient(user), this.#shownValue(user), x, context, k);
  }

  #value(instance: Instance): Tex {
    return this.#foldsValue(instance)
      ? this.#rightHandSide(instance)
      : slotAtom(this.model, { kind: 'value', instance });
  }

  #gradient(instance: Instance): Tex {
    const entries = this.#foldedEntries(instance);
    return entries
      ? texSum(...entries.map((entry) => this.#term(entry)))
      : slotAtom(this.model, { kind: 'gradient', instance, numbers: this.#passedOn(instance) });
  }

  /** What a gradient passes on where units of its value are held; undefined: all of it. */
  #passedOn(instance: Instance): Float64Array | undefined {
    const { program } = this.model.run;
    if (holdsOn(program, instance).length === 0) return undefined;
    return withoutHeld(program, instance, this.model.run.gradient(instance.id, instance.t, instance.sample));
  }

  #shownValue(instance: Instance): Float64Array {
    return this.#foldsValue(instance) ? this.computedFromShown(instance) : this.#shown({ kind: 'value', instance });
  }

  #shownGradient(instance: Instance): Float64Array {
    const entries = this.#foldedEntries(instance);
    const length = this.model.run.value(instance.id, instance.t, instance.sample).length;
    return entries
      ? this.sumOfShown(entries, length)
      : this.#shown({ kind: 'gradient', instance, numbers: this.#passedOn(instance) });
  }

  /** The initial state is given, not computed, and so is what is held: they have no right-hand side. */
  #foldsValue({ id, t }: Instance): boolean {
    const { folds } = this.model.named(id).quantity ?? {};
    const isComputed = (t > 0 || !this.model.isOnTime(id)) && holdsOn(this.model.run.program, { id, t }).length === 0;
    return this.#folded && (folds === 'forward' || folds === 'both') && isComputed;
  }

  /** Null: the gradient keeps its own name. */
  #foldedEntries({ id, t, sample }: Instance): Entry[] | null {
    const { folds } = this.model.named(id).quantity ?? {};
    const isWhole = holdsOn(this.model.run.program, { id, t }).length === 0;
    if (!this.#folded || !isWhole || (folds !== 'backward' && folds !== 'both')) return null;
    return ledger(this.model.run, id, t, sample).filter(({ dropped }) => !dropped);
  }

  #equation(id: string): Equation {
    return this.model.run.program.graph.values.get(id)!.equation!;
  }

  #operands({ id, t, sample }: Instance) {
    return this.model.run.operands(this.#equation(id), t, sample);
  }

  #shown(slot: Slot): Float64Array {
    return slotNumbers(this.model, slot).map((value) => shownNumber(value, slotStyle(this.model, slot)));
  }
}

import type { Instance } from '#lib/engine/instances.ts';
import { indexOfElement, type Shape } from '#lib/engine/shapes.ts';
import type { Tex } from '#lib/engine/tex.ts';
import type { NamedRun } from './named-run.ts';
import type { NumberStyle } from './number.ts';
import { gridOf, texOfNumbers } from './numerals.ts';
import { atTimestep, symbolKinds, type SymbolKind } from './symbol.ts';
import { updateOf } from './update-of.ts';

/** A place in a formula that holds a symbol or its numbers. */
export interface Slot {
  readonly kind: SymbolKind;
  readonly instance: Instance;
  /** A single element, in storage order; left out: the whole array. */
  readonly element?: number;
  /** Where the run itself does not hold them. */
  readonly numbers?: Float64Array;
  /** Of a gradient only what comes through this use. */
  readonly through?: Instance;
}

/** TeX of the symbol, with `@` for the timestep. */
export const symbolTemplate = (model: NamedRun, { kind, instance }: Slot): string =>
  symbolKinds[kind](model.named(instance.id).symbol);

/** TeX of the symbol. */
export const symbolOf = (model: NamedRun, slot: Slot): string =>
  atTimestep(symbolTemplate(model, slot), slot.instance.t);

/** A symbol and, for a single element, which one: in formulas units count from 1. */
export function slotAtom(model: NamedRun, slot: Slot): Tex {
  const single = slot.element !== undefined || model.shape(slot.instance.id).length === 0;
  return { kind: 'atom', text: symbolOf(model, slot) + elementText(model, slot), slot, single };
}

/** Empty for a whole array. */
export const elementText = (model: NamedRun, { instance: { id }, element }: Slot): string =>
  element === undefined ? '' : bracketed(unitsOf(model, id, element));

/** Which element, by row and column as the array stands in formulas, counted from 1. */
export function unitsOf(model: NamedRun, id: string, element: number): number[] {
  const units = indexOfElement(model.shape(id), element).map((unit) => unit + 1);
  return model.hasRowVectors ? units.toReversed() : units;
}

/** As formulas write it: `[2][1]`. */
export const bracketed = (index: readonly number[]): string => index.map((each) => `[${each}]`).join('');

export function slotNumbers(model: NamedRun, { kind, instance, element, numbers }: Slot): Float64Array {
  if (numbers) return numbers;
  const { id, t, sample } = instance;
  const { run } = kind === 'next' ? updateOf(model, id) : model;
  const all =
    kind === 'next' ? run.value('next') : kind === 'gradient' ? run.gradient(id, t, sample) : run.value(id, t, sample);
  return element === undefined ? all : all.subarray(element, element + 1);
}

/** Of what stands in the slot: a single element is a single number. */
export const slotShape = (model: NamedRun, { instance, element }: Slot): Shape =>
  element === undefined ? model.shape(instance.id) : [];

export const slotStyle = (model: NamedRun, { kind, instance }: Slot): NumberStyle =>
  kind === 'value' ? model.style(instance.id) : {};

export const slotTex = (model: NamedRun, slot: Slot, numbers = slotNumbers(model, slot)): Tex =>
  texOfNumbers(numbers, gridOf(model, slotShape(model, slot)), slotStyle(model, slot));

/** The address of what stands in the slot; undefined for what the grammar has no name for. */
export function slotAddress(model: NamedRun, { kind, instance, element, numbers }: Slot): string | undefined {
  if (numbers) return undefined;
  const whole = model.address(instance, kind);
  if (!whole || element === undefined) return whole;
  return whole + bracketed(indexOfElement(model.shape(instance.id), element));
}

/** A product with a fraction, as the part that it takes of the other number: a door that is so far open. */
import type { Formula } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotStyle } from '#lib/formula/slot.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';
import { termsIn } from './terms.ts';

export interface ShareDrawing {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Where the part begins: a negative number goes to the left. */
  readonly partLeft: number;
  readonly partWidth: number;
  readonly isNegative: boolean;
  readonly zeroX: number;
  readonly whole: NumberDrawing;
  readonly wholeX: number;
  readonly part: NumberDrawing;
  readonly partX: number;
}

export const shareHeight = 20;
/** With the numbers above and below. */
export const shareRoom = 70;
const full = 300;
const labelRow = 24;

interface Found {
  readonly fraction: number;
  readonly whole: NumberDrawing;
}

/** Undefined where nothing is a part of anything. */
function fractionOf(model: NamedRun, formula: Formula): Found | undefined {
  const [{ isProduct, numbers, sign }, ...others] = termsIn(model, formula);
  if (!isProduct || others.length || numbers.length !== 2 || sign || formula.held) return undefined;
  const door = numbers.find(({ slot }) => slotStyle(model, slot).fraction);
  const whole = numbers.find((number) => number !== door)!;
  return door && Number.isFinite(whole.value) && door.value >= 0 && door.value <= 1
    ? { fraction: door.value, whole }
    : undefined;
}

export const hasShare = (model: NamedRun, formulas: readonly Formula[]): boolean =>
  formulas.length === 1 && fractionOf(model, formulas[0]) !== undefined;

/** @param middle of the drawing, from left to right */
export function shareOf(model: NamedRun, formula: Formula, middle: number, top: number): ShareDrawing | undefined {
  const found = fractionOf(model, formula);
  if (!found) return undefined;
  const { fraction, whole } = found;
  const isNegative = whole.value < 0;
  const left = middle - full / 2;
  const partWidth = fraction * full;
  return {
    left,
    top: top + labelRow,
    width: full,
    partLeft: isNegative ? left + full - partWidth : left,
    partWidth,
    isNegative,
    zeroX: isNegative ? left + full : left,
    whole,
    wholeX: isNegative ? left : left + full,
    part: numberAt(model, formula.left),
    partX: isNegative ? left + full - partWidth : left + partWidth,
  };
}

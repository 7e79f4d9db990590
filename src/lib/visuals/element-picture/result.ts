import { texOf } from '#lib/engine/tex.ts';
import type { Formula } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotAtom, type Slot } from '#lib/formula/slot.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';
import { mathWidth, textWidth } from './text-width.ts';

export interface ResultDrawing {
  readonly key: string;
  readonly number: NumberDrawing;
  /** ≠ where the value is held at a number, whatever the arithmetic comes to. */
  readonly relation: '=' | '≈' | '≠';
  readonly relationX: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly label: { readonly tex: string; readonly x: number; readonly y: number; readonly isBeside: boolean };
  /** What reads it next, under each other. */
  readonly next: readonly { readonly tex: string; readonly y: number }[];
  /** How many there are besides, and where that is said. */
  readonly more: { readonly count: number; readonly y: number };
}

export const resultText = 16;
export const resultLabelText = 15;
const leastWidth = 70;
export const resultHeight = 32;
export const nextHeight = 24;
const nextGap = 24;
const nextStep = 4;
const moreRow = 18;
const mostNext = 2;

export const slotTexOf = (model: NamedRun, slot: Slot): string => texOf(slotAtom(model, slot));

export const plateWidth = (model: NamedRun, { left }: Formula): number =>
  Math.round(Math.max(leastWidth, textWidth(numberAt(model, left).text, resultText) + 20));

/** Of the plate with its symbol over it, and what reads it next under it. */
export function resultWidth(model: NamedRun, formula: Formula, next: readonly Slot[]): number {
  const label = mathWidth(slotTexOf(model, formula.left), resultLabelText);
  const nexts = next.slice(0, mostNext).map((slot) => mathWidth(slotTexOf(model, slot), 14) + 14);
  return Math.round(Math.max(plateWidth(model, formula), label, ...nexts));
}

interface Asked {
  readonly model: NamedRun;
  readonly formula: Formula;
  readonly next: readonly Slot[];
  /** Whether every term is shown by itself. */
  readonly isWhole: boolean;
  readonly x: number;
  readonly y: number;
  readonly relationX: number;
  readonly width: number;
}

export function resultDrawing({ model, formula, next, isWhole, x, y, relationX, width }: Asked): ResultDrawing {
  const first = y + resultHeight / 2 + nextGap + nextHeight / 2;
  return {
    key: slotTexOf(model, formula.left),
    number: numberAt(model, formula.left),
    relation: formula.held ? '≠' : formula.exact && isWhole ? '=' : '≈',
    relationX,
    x,
    y,
    width,
    height: resultHeight,
    label: { tex: slotTexOf(model, formula.left), x, y: y - resultHeight / 2 - 8, isBeside: false },
    next: next.slice(0, mostNext).map((slot, place) => ({
      tex: slotTexOf(model, slot),
      y: first + place * (nextHeight + nextStep),
    })),
    more: { count: Math.max(0, next.length - mostNext), y: first + (mostNext - 0.5) * (nextHeight + nextStep) + 13 },
  };
}

/** How far below its middle a result reaches, with what reads it next. */
export function hangOf(next: readonly Slot[]): number {
  const count = Math.min(next.length, mostNext);
  const more = next.length > mostNext ? moreRow : 0;
  return resultHeight / 2 + (count ? nextGap - nextStep + count * (nextHeight + nextStep) : 0) + more;
}

/** What stands in a slot, its symbol and its numbers, in pieces of HTML. */
import { range } from '#lib/engine/instances.ts';
import type { Shape } from '#lib/engine/shapes.ts';
import type { NamedRun } from './named-run.ts';
import { isSigned, numberText, type NumberStyle } from './number.ts';
import { gridOf } from './numerals.ts';
import { mostShown } from './shown-elements.ts';
import { elementText, slotAddress, slotNumbers, slotShape, slotStyle, symbolTemplate, type Slot } from './slot.ts';
import { raised, type Power } from './symbol.ts';

/** A piece that changes from timestep to timestep, while all around it stays. */
export type Change =
  | { readonly kind: 'symbol'; readonly template: string; readonly t: number }
  | {
      readonly kind: 'number';
      readonly text: string;
      readonly value: number;
      readonly address?: string;
      readonly field: Field;
    };
/** Which numbers a field has room for, so that none of them moves what stands beside it; beneath a term is room for any. */
type Field = 'signed' | 'typed' | 'plain' | 'lasting' | 'term';
export type Piece = string | Change;

export function symbolPieces(model: NamedRun, slot: Slot, power?: Power): Piece[] {
  const plain = symbolTemplate(model, slot);
  const isElement = slot.element !== undefined;
  const template = power && !isElement ? raised(plain, power) : plain;
  const symbol: Change = { kind: 'symbol', template, t: slot.instance.t };
  const element = isElement ? `<span class="element">${elementText(model, slot)}</span>` : '';
  const square = isElement && power === '2' ? '<sup>2</sup>' : '';
  return [`<span class="underlined" style="--colour:${colourOf(model, slot)}">`, symbol, `${element}${square}</span>`];
}

/** Gradients are violet whatever they belong to; everything else wears its quantity's colour. */
function colourOf(model: NamedRun, { kind, instance }: Slot): string {
  const isGradient = kind === 'share' || kind === 'gradient' || model.address(instance, kind)?.startsWith('grad:');
  return `var(--${isGradient ? 'gradient' : model.named(instance.id).slot}-fill,var(--edge))`;
}

interface NumbersOptions {
  /** Numbers of the slot, where it is a result. */
  readonly numbers?: Float64Array;
  readonly bracketed?: boolean;
  readonly power?: Power;
  /** The unit that stays visible where not all fit. */
  readonly unit: number;
}

export function numberPieces(
  model: NamedRun,
  slot: Slot,
  { numbers = slotNumbers(model, slot), bracketed = false, power, unit }: NumbersOptions,
): Piece[] {
  const shape = slotShape(model, slot);
  const grid = gridOf(model, shape);
  const [rows, columns] = [grid.rows, grid.columns].map((length) => shortened(length, unit));
  const style = slotStyle(model, slot);
  const field = fieldOf(model, slot, style);
  const address = slotAddress(model, slot);
  const pieceAt = (row: number, column: number): Piece => {
    if (row < 0 || column < 0) return `<span>${row >= 0 ? '⋯' : column >= 0 ? '⋮' : '⋱'}</span>`;
    const element = grid.elementAt(row, column);
    const value = numbers[element];
    const index = indexText(shape, element);
    return { kind: 'number', text: numberText(value, style), value, field, address: address && address + index };
  };
  const isArray = numbers.length > 1;
  // Only an exact zero has no sign: it leaves the room of its brackets empty, so that nothing jumps.
  const role = isArray ? 'array' : !bracketed ? '' : numbers[0] === 0 ? 'bracketed unsigned' : 'bracketed';
  const raisedTo = power === '2' ? '2' : power && isArray ? '⊤' : '';
  return [
    `${raisedTo && '<span class="base">'}<span class="numbers ${role}" style="--columns:${columns.length}">`,
    ...rows.flatMap((row) => columns.map((column) => pieceAt(row, column))),
    `</span>${raisedTo && `<sup>${raisedTo}</sup></span>`}`,
  ];
}

/** As `indexOfElement` has it, but faster: a formula has dozens of numbers, and steps follow each other fast. */
function indexText({ length: rank, 1: across }: Shape, element: number): string {
  if (rank < 2) return rank ? `[${element}]` : '';
  return `[${Math.floor(element / across)}][${element % across}]`;
}

function fieldOf(model: NamedRun, slot: Slot, style: NumberStyle): Field {
  // A weight is the same at every timestep, and so is its room.
  if (slot.kind !== 'share' && !model.isOnTime(slot.instance.id)) return 'lasting';
  return !isSigned(style) ? 'plain' : style.typed ? 'typed' : 'signed';
}

const whole: readonly (readonly number[])[] = range(0, mostShown).map((length) => range(0, length - 1));

/** Which indices are shown; −1 stands for those left out. */
function shortened(length: number, unit: number): readonly number[] {
  if (length <= mostShown) return whole[length];
  const chosen = Math.min(unit, length - 1);
  return [...(chosen > 0 ? [-1] : []), chosen, ...(chosen < length - 1 ? [-1] : [])];
}

/** What stands in a slot, its symbol and its numbers, in pieces of HTML. */
import type { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';
import { slotAddress, slotNumbers, slotStyle, symbolTemplate, type Slot } from './slot.ts';
import { raised, type Power } from './symbol.ts';
import { symbolHtml } from './symbol-html.ts';

/** A piece that changes from timestep to timestep, while all around it stays. */
export type Change =
  | { readonly kind: 'symbol'; readonly html: string; readonly t: number }
  | { readonly kind: 'number'; readonly text: string; readonly value: number; readonly address: string | undefined };
export type Piece = string | Change;

export function symbolPieces(model: NamedRun, slot: Slot, power?: Power): Piece[] {
  const template = symbolTemplate(model, slot);
  const html = symbolHtml(power ? raised(template, power) : template);
  const symbol: Change = { kind: 'symbol', html, t: slot.instance.t };
  return [`<span class="symbol underlined" style="--colour:${colourOf(model, slot)}">`, symbol, '</span>'];
}

/** Gradients are violet whatever they belong to; everything else wears its quantity's colour. */
function colourOf(model: NamedRun, { kind, instance }: Slot): string {
  const isGradient = kind === 'gradient' || kind === 'share';
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
  const shape = slot.kind === 'rate' ? [] : model.shape(slot.instance.id);
  const [rows, columns] = [shape[0] ?? 1, shape[1] ?? 1].map((length) => shortened(length, unit));
  const style = slotStyle(model, slot);
  const address = slotAddress(model, slot);
  const pieceAt = (row: number, column: number): Piece => {
    if (row < 0 || column < 0) return `<span>${row >= 0 ? '⋯' : column >= 0 ? '⋮' : '⋱'}</span>`;
    const value = numbers[row * (shape[1] ?? 1) + column];
    const index = ['', `[${row}]`, `[${row}][${column}]`][Math.min(shape.length, 2)];
    return { kind: 'number', text: numberText(value, style), value, address: address && address + index };
  };
  const isArray = numbers.length > 1;
  const role = isArray ? 'array' : bracketed ? 'bracketed' : '';
  return [
    `<span class="numbers ${role}"><span class="grid" style="--columns:${columns.length}">`,
    ...rows.flatMap((row) => columns.map((column) => pieceAt(row, column))),
    `</span></span>${power === '2' ? '<sup>2</sup>' : power && isArray ? '<sup>⊤</sup>' : ''}`,
  ];
}

/** More rows or columns than this are shortened, with the chosen unit in full. */
const most = 4;

/** Which indices are shown; −1 stands for those left out. */
function shortened(length: number, unit: number): number[] {
  if (length <= most) return Array.from({ length }, (_, index) => index);
  const chosen = Math.min(unit, length - 1);
  return [...(chosen > 0 ? [-1] : []), chosen, ...(chosen < length - 1 ? [-1] : [])];
}

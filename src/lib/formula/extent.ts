/** How much room a formula takes, in ems and roughly: so a page can set it as large as fits without measuring it. */
import { columnsOf, type Column } from './columns.ts';
import type { Formula } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { isSigned, numberText } from './number.ts';
import { gridOf } from './numerals.ts';
import { mostShown } from './shown-elements.ts';
import { elementText, slotNumbers, slotShape, slotStyle, type Slot } from './slot.ts';
import { termsOf } from './tokens.ts';

export interface Extent {
  /** On one line. */
  readonly width: number;
  readonly height: number;
}

const lineHeight = 1.5;
const besideColumns = 0.35;
/** An equals sign or an operator. */
const operatorWidth = 1.5;
const signWidth = 0.6;
const digitWidth = 0.56;
const symbolWidths = { value: 2.4, next: 2.4, gradient: 4.6, share: 7 } as const;

export function extentOf(model: NamedRun, formula: Formula): Extent {
  const terms = termsOf(model, formula.right);
  const columns: Column[] = [
    { before: [], token: { kind: 'slot', slot: formula.left, bracketed: false }, after: [] },
    ...terms.flatMap(columnsOf),
  ];
  const lines = Math.max(...columns.map(({ token }) => (token ? shownGrid(model, token.slot).rows : 1)));
  return {
    width: columns.reduce((sum, column) => sum + columnWidth(model, column), operatorWidth + besideColumns),
    height: 3 + lines * lineHeight + (formula.parts ? lineHeight : 0),
  };
}

function columnWidth(model: NamedRun, { before, token, after }: Column): number {
  const signs = [...before, ...after].reduce(
    (sum, { role, text }) => sum + (role === 'operator' ? (text ? operatorWidth : 0) : text.length * signWidth),
    0,
  );
  return signs + (token ? slotWidth(model, token.slot) : 0) + besideColumns;
}

function slotWidth(model: NamedRun, slot: Slot): number {
  const { rows, columns } = shownGrid(model, slot);
  const brackets = rows * columns > 1 ? 0.8 : signWidth;
  const symbolWidth = symbolWidths[slot.kind] + elementText(model, slot).length * 0.35;
  return Math.max(symbolWidth, columns * numberWidth(model, slot) + (columns - 1) * 0.6 + brackets);
}

/** The room that is kept for each; what is the same at all timesteps takes no more than it needs. */
function numberWidth(model: NamedRun, slot: Slot): number {
  const style = slotStyle(model, slot);
  const numbers = slotNumbers(model, slot);
  // Of a large array what is shown depends on the unit.
  if (slot.kind === 'value' && !model.isOnTime(slot.instance.id) && numbers.length <= mostShown ** 2) {
    const texts = Array.from(numbers, (value) => numberText(value, style));
    return Math.max(...texts.map(({ length }) => length)) * digitWidth;
  }
  return !isSigned(style) ? 2.5 : style.typed ? 2.6 : 3.15;
}

function shownGrid(model: NamedRun, slot: Slot): { rows: number; columns: number } {
  const { rows, columns } = gridOf(model, slotShape(model, slot));
  const shown = (length: number): number => (length > mostShown ? 3 : length);
  return { rows: shown(rows), columns: shown(columns) };
}

/** Columns one behind the other, with what stands between and behind them. */
import type { Column } from './columns.ts';
import type { PlateDrawing } from './plate.ts';

/** @param before how far the text before the first plate stands away from it */
export function platesInRow(
  columns: readonly Column[],
  middles: readonly number[],
  y: number,
  { key = '', isApart = false, isUnderlined = false } = {},
): PlateDrawing[] {
  return columns.map(({ term, plate }, place) => ({
    key: `${key}${place}`,
    x: middles[place],
    y,
    shape: plate,
    isRest: !term,
    isUnderlined,
    sign: signBefore(columns, middles, place, isApart),
  }));
}

export const endOf = (columns: readonly Column[], middles: readonly number[], place: number): number =>
  middles[place] + columns[place].plate.width / 2;

const startOf = (columns: readonly Column[], middles: readonly number[], place: number): number =>
  middles[place] - columns[place].plate.width / 2;

function signBefore(
  columns: readonly Column[],
  middles: readonly number[],
  place: number,
  isApart: boolean,
): PlateDrawing['sign'] {
  const { sign } = columns[place];
  const start = startOf(columns, middles, place);
  if (place === 0 || isApart) return sign === '−' ? { text: sign, x: start - 9 } : null;
  return { text: sign, x: (endOf(columns, middles, place - 1) + start) / 2 };
}

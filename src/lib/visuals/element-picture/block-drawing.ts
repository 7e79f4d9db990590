import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Group } from './blocks.ts';
import { cellGap, cellHeight } from './cell.ts';
import type { Column } from './columns.ts';
import type { NumberDrawing } from './numbers.ts';
import { keyOf } from './terms.ts';

export interface CellDrawing {
  readonly number: NumberDrawing;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Whether the arithmetic reads it; the other rows of a parameter stand there for the eye. */
  readonly isUsed: boolean;
}

export interface BlockDrawing {
  readonly key: string;
  readonly group: Group;
  readonly side: 'above' | 'below';
  readonly isUpright: boolean;
  readonly cells: readonly CellDrawing[];
  readonly label: { readonly tex: string; readonly x: number; readonly y: number };
  /** Where dots say that there are more rows. */
  readonly dots: readonly [x: number, y: number] | null;
}

const step = cellHeight + 2;

export const heightOfBlock = (group: Group, upright: boolean): number =>
  (upright ? group.numbers.length : 1 + group.otherRows.length) * step - 2 + (group.hasMoreRows ? 12 : 0);

/** Two numbers of a vector stand over each other, as vectors do, if the ways from their sides lead clear of both. */
export function isUpright(
  model: NamedRun,
  group: Group,
  columns: readonly Column[],
  middles: readonly number[],
  isTall: boolean,
): boolean {
  if (isTall || model.hasRowVectors || group.numbers.length !== 2 || group.columns.length !== 2) return false;
  const half = group.cellWidth / 2;
  const centre = (middles[group.columns[0]] + middles[group.columns[1]]) / 2;
  return group.columns.every((column, place) => {
    const number = group.numbers[place];
    const piece = columns[column].plate.lines[0].find((each) => each.number && keyOf(each.number) === keyOf(number));
    return piece !== undefined && Math.abs(middles[column] + piece.x - centre) > half + 10;
  });
}

/** @param edge the side that faces the arithmetic */
export function blockDrawing(
  group: Group,
  centre: number,
  edge: number,
  side: 'above' | 'below',
  upright: boolean,
): BlockDrawing {
  const width = group.cellWidth;
  const count = group.numbers.length;
  const left = centre - (upright ? width : count * width + (count - 1) * cellGap) / 2;
  const height = heightOfBlock(group, upright);
  const top = side === 'above' ? edge - height : edge;
  const rowsDown = [group.numbers, ...group.otherRows];
  const cells = upright
    ? group.numbers.map((number, row) => ({ number, left, top: top + row * step, width, isUsed: true }))
    : rowsDown.flatMap((numbers, row) =>
        numbers.map((number, column) => ({
          number,
          left: left + column * (width + cellGap),
          top: top + row * step,
          width,
          isUsed: row === 0,
        })),
      );
  return {
    key: `${side} ${keyOf(group.numbers[0])} ${group.columns[0]}`,
    group,
    side,
    isUpright: upright,
    cells,
    label: { tex: group.tex, x: centre, y: side === 'above' ? top - 6 : top + height + 15 },
    dots: group.hasMoreRows ? [centre, top + height - 2] : null,
  };
}

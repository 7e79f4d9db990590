/** The lines from each number to its places on the plates. */
import type { BlockDrawing, CellDrawing } from './block-drawing.ts';
import { cellHeight } from './cell.ts';
import type { NumberDrawing } from './numbers.ts';
import { keyOf } from './terms.ts';
import type { PlateDrawing } from './plate.ts';

export type Point = readonly [x: number, y: number];

/** A curve with its two handles. */
export type Curve = readonly [from: Point, out: Point, into: Point, to: Point];

export interface WayDrawing {
  readonly key: string;
  readonly number: NumberDrawing;
  readonly curve: Curve;
  readonly path: string;
  /** The arrow at its end. */
  readonly tip: string;
}

/** How far the arrow's tip stays away from the plate. */
const clear = 2;

export function waysTo(block: BlockDrawing, plates: readonly PlateDrawing[]): WayDrawing[] {
  const used = block.cells.filter(({ isUsed }) => isUsed);
  return block.group.columns.flatMap((column) =>
    used.flatMap((cell) =>
      placesOn(plates[column], cell.number).map((x): WayDrawing => {
        const { y, shape } = plates[column];
        const isAbove = block.side === 'above';
        const to: Point = [x, isAbove ? y - shape.height / 2 - clear : y + shape.height / 2 + clear];
        const curve = block.isUpright ? fromSide(cell, to) : fromEdge(cell, to, isAbove);
        return {
          key: `${block.key} ${keyOf(cell.number)} ${column} ${x}`,
          number: cell.number,
          curve,
          path: pathOf(curve),
          tip: tipAt(to, isAbove ? 1 : -1),
        };
      }),
    ),
  );
}

const placesOn = ({ x, shape }: PlateDrawing, number: NumberDrawing): number[] =>
  shape.lines.flat().flatMap((piece) => (piece.number && keyOf(piece.number) === keyOf(number) ? [x + piece.x] : []));

const fromEdge = ({ left, top, width }: CellDrawing, to: Point, isAbove: boolean): Curve =>
  between([left + width / 2, isAbove ? top + cellHeight + 1 : top - 1], to);

/** The same from words. */
export const wayUp = (from: Point, to: Point): Pick<WayDrawing, 'path' | 'tip'> => ({
  path: pathOf(between(from, to)),
  tip: tipAt(to, -1),
});

function between(from: Point, to: Point): Curve {
  const reach = (to[1] - from[1]) * 0.55;
  return [from, [from[0], from[1] + reach], [to[0], to[1] - reach], to];
}

/** Out of the side that faces its place, and down. */
function fromSide({ left, top, width }: CellDrawing, to: Point): Curve {
  const isLeft = to[0] < left;
  const from: Point = [isLeft ? left - 1 : left + width + 1, top + cellHeight / 2];
  return [from, [to[0], from[1]], [to[0], (from[1] + to[1]) / 2], to];
}

const at = ([x, y]: Point): string => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;

export const pathOf = ([from, out, into, to]: Curve): string => `M${at(from)}C${at(out)} ${at(into)} ${at(to)}`;

const tipAt = ([x, y]: Point, down: 1 | -1): string => `M${at([x, y])}l-4 ${-7 * down}h8Z`;

/** Points along a curve, ends and all. */
export const alongCurve = ([a, b, c, d]: Curve, count = 24): Point[] =>
  Array.from({ length: count + 1 }, (_, k) => {
    const [s, r] = [k / count, 1 - k / count];
    const mix = (axis: 0 | 1): number =>
      r ** 3 * a[axis] + 3 * r * r * s * b[axis] + 3 * r * s * s * c[axis] + s ** 3 * d[axis];
    return [mix(0), mix(1)];
  });

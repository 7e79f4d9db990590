/** Lines that run along the axes, with round corners, and gaps where one passes under another. */
import type { Point } from '#lib/cells/diagram.ts';

export type Polyline = readonly Point[];

const cornerRadius = 6;
const gapHalf = 3.5;

const distance = ([ax, ay]: Point, [bx, by]: Point): number => Math.hypot(bx - ax, by - ay);

const towards = (from: Point, to: Point, by: number): Point => {
  const length = distance(from, to) || 1;
  return [from[0] + ((to[0] - from[0]) * by) / length, from[1] + ((to[1] - from[1]) * by) / length];
};

const text = ([x, y]: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 100) / 100;

/** SVG path of a line; `under`: points at which it is interrupted. */
export function pathOf(points: Polyline, under: readonly Point[] = []): string {
  let path = `M${text(points[0])}`;
  points.slice(1).forEach((corner, index) => {
    const [before, after] = [points[index], points[index + 2]];
    for (const gap of under.filter((point) => isOn(point, before, corner)).toSorted(nearest(before))) {
      path += `L${text(towards(gap, before, gapHalf))}M${text(towards(gap, corner, gapHalf))}`;
    }
    if (!after) return void (path += `L${text(corner)}`);
    const radius = Math.min(cornerRadius, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${text(towards(corner, before, radius))}Q${text(corner)} ${text(towards(corner, after, radius))}`;
  });
  return path;
}

const nearest =
  (from: Point) =>
  (a: Point, b: Point): number =>
    distance(from, a) - distance(from, b);

/** Strictly between the ends of a segment, with room for the gap. */
const isOn = (point: Point, a: Point, b: Point): boolean =>
  Math.abs(distance(a, point) + distance(point, b) - distance(a, b)) < 0.01 &&
  distance(a, point) > gapHalf * 2 &&
  distance(point, b) > gapHalf * 2;

const segments = (line: Polyline): [Point, Point][] => line.slice(1).map((end, index) => [line[index], end]);

/** Where the horizontal parts of `line` are crossed by vertical parts of `other`. */
export function crossings(line: Polyline, other: Polyline): Point[] {
  const flat = segments(line).filter(([a, b]) => a[1] === b[1]);
  const upright = segments(other).filter(([a, b]) => a[0] === b[0]);
  return flat.flatMap(([a, b]) =>
    upright
      .filter(([c, d]) => isStrictlyBetween(c[0], a[0], b[0]) && isStrictlyBetween(a[1], c[1], d[1]))
      .map(([c]): Point => [c[0], a[1]]),
  );
}

const isStrictlyBetween = (value: number, a: number, b: number): boolean =>
  value > Math.min(a, b) && value < Math.max(a, b);

/** An arrow head whose tip is the end of the line; none where the last part is too short for one. */
export function headOf(points: Polyline, size = 1): string | null {
  const [before, end] = points.slice(-2);
  if (distance(before, end) < 9 * size) return null;
  const back = towards(end, before, 6 * size);
  const [dx, dy] = [(end[0] - back[0]) / 6, (end[1] - back[1]) / 6];
  const wing = (side: 1 | -1): Point => [back[0] - side * dy * 4, back[1] + side * dx * 4];
  return `M${text(wing(1))}L${text(end)}L${text(wing(-1))}Z`;
}

/** A line in two at a point of it: the trunk that several ways share, and the way from there. */
export function splitAt(points: Polyline, fork: Point): { trunk: Polyline; branch: Polyline } {
  const index = points.slice(1).findIndex((end, at) => isWithin(fork, points[at], end));
  if (index < 0) return { trunk: [], branch: points };
  const rest = points.slice(index + 1);
  return {
    trunk: [...points.slice(0, index + 1), fork],
    branch: rest.length && distance(rest[0], fork) < 0.01 ? rest : [fork, ...rest],
  };
}

const isWithin = (point: Point, a: Point, b: Point): boolean =>
  Math.abs(distance(a, point) + distance(point, b) - distance(a, b)) < 0.01;

/** Where a line that comes from `other` along an axis meets the border of a box. */
export function border([x, y]: Point, [halfWidth, halfHeight]: Point, other: Point): Point {
  const isBeside = Math.abs(other[1] - y) < halfHeight && Math.abs(other[0] - x) >= halfWidth;
  if (isBeside) return [x + Math.sign(other[0] - x) * halfWidth, other[1]];
  const isOver = Math.abs(other[0] - x) < halfWidth;
  return [isOver ? other[0] : x, y + Math.sign(other[1] - y) * halfHeight];
}

export const withoutRepeats = (points: Polyline): Polyline =>
  points.filter((point, index) => index === 0 || distance(point, points[index - 1]) > 0.01);

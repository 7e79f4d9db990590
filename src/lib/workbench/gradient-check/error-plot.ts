/** Relative error against ε, both logarithmic, in units of the drawing. */
import { scaleText } from '#lib/formula/number.ts';
import { logarithmicAxis } from '#lib/visuals/chart/axis.ts';
import type { Margins, Tick } from '../plot/plot.ts';
import { epsilons } from './epsilons.ts';
import type { SweepPoint } from './sweep.ts';
import { bestOf, explained } from './verdict.ts';

export const plotHeight = 208;
/** Room for what is written at the axes and below them. The slider below keeps to the sides of it. */
export const margins: Margins = { left: 46, right: 14, top: 24, bottom: 46 };

interface Dot {
  readonly x: number;
  readonly y: number;
  /** An error of 0, which stands on the lowest line, as the axis has no place for it. */
  readonly isExact: boolean;
}

export interface ErrorPlot {
  readonly dots: readonly (Dot | undefined)[];
  readonly line: string;
  /** What bend and rounding would make of it, each by itself. */
  readonly bend: string;
  readonly rounding: string;
  readonly epsilonTicks: readonly Tick<'x'>[];
  readonly errorTicks: readonly Tick<'y'>[];
}

/** @param sweep at least one of its errors is a finite number above 0 */
export function errorPlot(sweep: readonly SweepPoint[], width: number): ErrorPlot {
  const best = bestOf(sweep);
  const size = Math.max(Math.abs(best.check.analytic), Math.abs(best.check.numeric));
  // With the least that bend and rounding explain: above that a gradient which lacks a term stays, far and wide.
  const axis = logarithmicAxis([...sweep.map(({ check }) => check.relativeError), explained(best) / size]);
  const x = scale(epsilons[0], epsilons.at(-1)!, margins.left, width - margins.right);
  const y = scale(axis.base, axis.ticks.at(-1)!, plotHeight - margins.bottom, margins.top);
  const dots = sweep.map(({ epsilon, check: { relativeError } }): Dot | undefined => {
    if (!Number.isFinite(relativeError)) return undefined;
    const isExact = relativeError === 0;
    return { x: x(epsilon), y: y(isExact ? axis.base : relativeError), isExact };
  });
  const guide = (part: 'bend' | 'rounding'): string =>
    path(sweep.map((point) => (point[part] > 0 ? { x: x(point.epsilon), y: y(point[part] / size) } : undefined)));
  return {
    dots,
    line: path(dots.map((dot) => (dot?.isExact ? undefined : dot))),
    bend: guide('bend'),
    rounding: guide('rounding'),
    epsilonTicks: [1e-13, 1e-10, 1e-7, 1e-4, 1e-1].map((value) => ({ value, x: x(value), text: scaleText(value) })),
    errorTicks: axis.ticks.map((value) => ({ value, y: y(value), text: axis.text(value) })),
  };
}

/** A logarithmic scale from one stretch onto another. */
const scale =
  (least: number, most: number, from: number, to: number) =>
  (value: number): number =>
    from + ((to - from) * Math.log10(value / least)) / Math.log10(most / least);

/** Joined points; where one is missing the line is broken. */
function path(points: readonly (Pick<Dot, 'x' | 'y'> | undefined)[]): string {
  return points
    .map((point, i) => point && `${points[i - 1] ? 'L' : 'M'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
    .filter(Boolean)
    .join('');
}

/** A function as a curve: how much of it is shown, and where its points lie. */
import type { FunctionOfOne } from './function-of.ts';
import type { Point } from './ways.ts';

export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface CurveDrawing {
  readonly path: string;
  readonly point: Point;
  readonly tangent: readonly [Point, Point];
  /** Where both numbers are 0. */
  readonly origin: Point;
  /** Numbers that the curve never leaves, or comes to. */
  readonly levels: readonly { readonly value: number; readonly y: number }[];
  readonly ticks: readonly { readonly value: number; readonly x: number }[];
}

/** Beyond this, the usual functions have nothing more to show. */
const least = 4;
const samples = 128;
const tangentReach = 58;
/** A tick as near as this to the guide would be taken for its number. */
const tickClear = 22;

export function curveDrawing({ value, slope, range }: FunctionOfOne, input: number, plot: Plot): CurveDrawing {
  const isThere = Number.isFinite(input);
  const reach = Math.max(least, isThere ? Math.ceil(Math.abs(input) * 1.15) : 0);
  const inputs = Array.from({ length: samples + 1 }, (_, k) => reach * ((2 * k) / samples - 1));
  const outputs = inputs.map(value);
  const isBounded = range?.every(Number.isFinite) ?? false;
  const [low, high] = isBounded ? range! : [Math.min(0, ...outputs), Math.max(...outputs, 1)];
  const margin = (high - low) * 0.08;
  const xOf = (number: number): number => plot.left + ((number + reach) / (2 * reach)) * (plot.right - plot.left);
  const yOf = (number: number): number =>
    plot.bottom - ((number - low + margin) / (high - low + 2 * margin)) * (plot.bottom - plot.top);
  const shown = isThere ? input : Math.sign(input) * reach || 0;
  const point: Point = [xOf(shown), yOf(value(shown))];
  const steepness = (slope(shown) * (yOf(low) - yOf(high))) / (high - low) / ((plot.right - plot.left) / (2 * reach));
  const across = tangentReach / Math.hypot(1, steepness);
  return {
    path: `M${inputs.map((each, k) => `${round(xOf(each))} ${round(yOf(outputs[k]))}`).join('L')}`,
    point,
    tangent: [
      [point[0] - across, point[1] + across * steepness],
      [point[0] + across, point[1] - across * steepness],
    ],
    origin: [xOf(0), yOf(0)],
    levels: [...new Set([low, 0, high])].map((level) => ({ value: level, y: yOf(level) })),
    ticks: [-reach, 0, reach]
      .map((tick) => ({ value: tick, x: xOf(tick) }))
      .filter(({ x }) => Math.abs(x - point[0]) > tickClear),
  };
}

const round = (length: number): number => Math.round(length * 10) / 10;

/** A whole number of a scale. */
export const scaleTick = (value: number): string => String(value).replace('-', '−');

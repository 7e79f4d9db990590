/** The running sum, from 0: each bar begins where the one before it ended. */
import { numberText } from '#lib/formula/number.ts';
import { thinnest } from '../drawing/bars.ts';
import type { NumberDrawing } from './numbers.ts';
import type { ResultDrawing } from './result.ts';
import { sceneEdge, sceneWidth } from './scene.ts';

export interface Bar {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
  readonly isNegative: boolean;
  /** The quantity that it is, where it is one by itself and not a product. */
  readonly of?: string;
  /** What it adds. */
  readonly value: number;
  readonly text: string;
  readonly textY: number;
}

export interface WaterfallDrawing {
  readonly bars: readonly Bar[];
  readonly result: Bar;
  /** What the bars add up to. */
  readonly number: NumberDrawing;
  /** Of 0. */
  readonly zero: number;
  readonly from: number;
  readonly to: number;
  /** From the end of a bar to the beginning of the next. */
  readonly steps: readonly { readonly from: number; readonly to: number; readonly y: number }[];
  readonly titleY: number;
}

interface Place {
  readonly value: number;
  readonly of?: string;
  readonly x: number;
  readonly width: number;
}

const titleRow = 14;
const labelRow = 17;
const widest = 54;

/** @param height what is free, from top to bottom */
export function waterfallOf(
  places: readonly Place[],
  { number, x, width }: ResultDrawing,
  [top, bottom]: readonly [number, number],
): WaterfallDrawing {
  const { value: total, text } = number;
  const sums = places.reduce<number[]>((all, { value }) => [...all, all[all.length - 1] + value], [0]);
  const [low, high] = [
    Math.min(0, ...finite(sums), ...finite([total])),
    Math.max(0, ...finite(sums), ...finite([total])),
  ];
  const [from, to] = [top + titleRow + labelRow, bottom - labelRow];
  const scale = (to - from) / (high - low || 1);
  const yOf = (sum: number): number => from + (high - clamp(sum, low, high)) * scale;
  const bar = (start: number, value: number, at: Place, written: string): Bar => {
    const [a, b] = [yOf(start), yOf(start + value)];
    const height = Math.max(Math.abs(b - a), thinnest(value));
    const y = Math.min(a, b);
    return {
      x: at.x,
      width: Math.min(widest, at.width - 8),
      top: y,
      height,
      isNegative: value < 0,
      of: at.of,
      value,
      text: written,
      textY: value < 0 ? y + height + 13 : y - 5,
    };
  };
  const bars = places.map((place, k) => bar(sums[k], place.value, place, numberText(place.value)));
  const result = bar(0, total, { value: total, x, width }, text);
  const ends = [...bars, result];
  return {
    bars,
    result,
    number,
    zero: yOf(0),
    from: Math.max(sceneEdge / 2, Math.min(...bars.map((each) => each.x - each.width / 2)) - 14),
    to: Math.min(sceneWidth - sceneEdge / 2, result.x + result.width / 2 + 14),
    steps: bars.map((each, k) => ({
      // Where nothing is added, the line goes on.
      from: each.x + (each.value === 0 ? -each.width / 2 : each.width / 2),
      to: ends[k + 1].x - ends[k + 1].width / 2,
      y: yOf(sums[k + 1]),
    })),
    titleY: top + 8,
  };
}

const finite = (numbers: readonly number[]): number[] => numbers.filter(Number.isFinite);
const clamp = (value: number, low: number, high: number): number =>
  Number.isNaN(value) ? 0 : Math.min(high, Math.max(low, value));

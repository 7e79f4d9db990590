/** The loss after each update, in units of the drawing. */
import { numberText } from '#lib/formula/number.ts';
import { signedAxis } from '#lib/visuals/chart/axis.ts';
import type { Margins, Tick } from '../../plot/plot.ts';

export const plotHeight = 150;
/** Room for what is written at the axes, above the first point and beside the last. */
export const margins: Margins = { left: 58, right: 62, top: 22, bottom: 24 };

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LossPlot {
  readonly line: string;
  /** Of single updates, while they are few enough to be told apart. */
  readonly dots: readonly Point[];
  readonly start?: Point & { readonly loss: number; readonly text: Point };
  /** Where the updates have led; not there where the line has ended before. */
  readonly now?: Point & { readonly loss: number };
  /** The first loss for which there is no place: too large, or no number. */
  readonly end?: Point & { readonly update: number; readonly loss: number };
  readonly lossTicks: readonly Tick<'y'>[];
  readonly updateTicks: readonly Tick<'x'>[];
}

export function lossPlot(losses: readonly number[], width: number): LossPlot {
  const end = losses.findIndex((loss) => !hasPlace(loss));
  const drawn = end < 0 ? losses : losses.slice(0, end);
  // Beyond its end there is nothing to be seen.
  const last = end < 0 ? losses.length - 1 : end;
  const ticks = lossTicks(drawn);
  const [left, right, bottom] = [margins.left, width - margins.right, plotHeight - margins.bottom];
  const x = (update: number): number => left + ((right - left) * update) / Math.max(last, 1);
  const y = (loss: number): number => bottom - (bottom - margins.top) * (loss / ticks.at(-1)!);
  const at = (update: number): Point => ({ x: x(update), y: y(losses[update]) });
  return {
    line: `M${keptOf(drawn).map(at).map(text).join('L')}`.replace(/^M$/, ''),
    dots: drawn.length <= mostDots ? [...drawn.keys()].map(at) : [],
    start: drawn.length ? { ...at(0), loss: drawn[0], text: besideStart(at(0), drawn) } : undefined,
    now: end < 0 ? { ...at(last), loss: losses[last] } : undefined,
    end: end < 0 ? undefined : { x: x(end), y: margins.top, update: end, loss: losses[end] },
    lossTicks: ticks.map((value) => ({ value, y: y(value), text: numberText(value, { unsigned: true, typed: true }) })),
    updateTicks: [...new Set([0, last])].map((value) => ({ value, x: x(value), text: String(value) })),
  };
}

const mostDots = 31;
const text = ({ x, y }: Point): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** Beyond these even a place on the axis could not be computed. */
const [least, most] = [1e-300, 1e300];
const hasPlace = (loss: number): boolean => loss <= most;

function lossTicks(losses: readonly number[]): readonly number[] {
  const highest = losses.reduce((a, b) => Math.max(a, b), 0);
  return signedAxis(highest < least ? 1 : highest).ticks.slice(2);
}

/** Above the first point, or below it where the line goes on above and there is room. */
function besideStart({ x, y }: Point, [first, second]: readonly number[]): Point {
  const isBelow = second > first && y + 16 < plotHeight - margins.bottom;
  return { x: x + 3, y: isBelow ? y + 16 : y - 8 };
}

/** No screen shows more. */
const mostPoints = 400;

/** Which updates the line goes through: of many, the highest and the lowest of each stretch, so that no peak is lost. */
function keptOf(losses: readonly number[]): number[] {
  const all = [...losses.keys()];
  if (all.length <= mostPoints) return all;
  const length = Math.ceil((2 * all.length) / (mostPoints - 2));
  const extremes = all.flatMap((update) => {
    if (update % length > 0) return [];
    const stretch = all.slice(update, update + length);
    const lowest = stretch.reduce((a, b) => (losses[b] < losses[a] ? b : a));
    const highest = stretch.reduce((a, b) => (losses[b] > losses[a] ? b : a));
    return [Math.min(lowest, highest), Math.max(lowest, highest)];
  });
  return [...new Set([0, ...extremes, all.length - 1])];
}

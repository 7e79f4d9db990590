/** The lines, bars and figures of a chip, each kind of them as one path. */
import type { NumberStyle } from '#lib/formula/number.ts';
import { boxPath, shareOf, thinnest } from './bars.ts';
import type { ChipDrawing } from './chip-drawing.ts';
import { chipNumber } from './chip-number.ts';
import { chipSize, type ChipSize } from './chip-size.ts';

export interface ChipShape {
  readonly size: ChipSize;
  readonly left: number;
  readonly top: number;
  /** The frame. */
  readonly ground: string;
  /** How far the bars of fractions can go. */
  readonly tracks: string;
  /** Where the bars of signed numbers begin. */
  readonly zeros: string;
  readonly bars: { readonly positive: string; readonly negative: string };
  /** In the place of numbers that are not known yet. */
  readonly blanks: string;
  readonly figures: readonly Figure[];
}

interface Figure {
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** @param unit the chosen one, whose number is shown where there is no room for all */
export function chipShape(chip: ChipDrawing, unit: number): ChipShape {
  const size = chipSize(chip.values.length);
  const [left, top] = [chip.at[0] - size.width / 2, chip.at[1] - size.height / 2];
  const isGradient = chip.kind === 'gradient';
  const isKnown = chip.state !== 'later';
  const middle = (row: number): number => top + 2 + size.row * (row + 0.5);
  const rows = Array.from(chip.values.keys());
  const numbered = rows.filter((row) => isNumbered(row, unit, chip.values.length, size));
  const style: NumberStyle = isGradient ? {} : chip.style;
  const right = left + size.width - (isGradient ? 5 : 6);
  return {
    size,
    left,
    top,
    ground: isGradient ? tagPath(left, top, size) : framePath(left, top, size),
    ...(isKnown ? barsOf(chip, size, left, middle) : noBars),
    blanks: isKnown ? '' : numbered.map((row) => `M${left + size.width - 38} ${middle(row)}h30`).join(''),
    figures: isKnown
      ? numbered.map((row) => ({ row, x: right, y: middle(row) + 4.5, text: chipNumber(chip.values[row], style) }))
      : [],
  };
}

const isNumbered = (row: number, unit: number, count: number, { numbers }: ChipSize): boolean =>
  numbers === 'every' || (numbers === 'chosen' && row === Math.min(unit, count - 1));

const noBars = { tracks: '', zeros: '', bars: { positive: '', negative: '' } } as const;

function barsOf(
  { values, scale, kind, style }: ChipDrawing,
  { bar }: ChipSize,
  left: number,
  middle: (row: number) => number,
): Pick<ChipShape, 'tracks' | 'zeros' | 'bars'> {
  const isGradient = kind === 'gradient';
  const isFraction = !isGradient && style.fraction === true;
  const start = left + (isGradient ? 9 : 5);
  const length = bar.length - (isGradient ? 3 : 0);
  const zero = start + length / 2;
  const upper = (row: number): number => middle(row) - bar.thickness / 2;
  const bars = { positive: '', negative: '' };
  let [tracks, zeros] = ['', ''];
  values.forEach((value, row) => {
    const share = shareOf(value, scale);
    if (isFraction) tracks += boxPath(start, upper(row), length, bar.thickness);
    else zeros += `M${zero} ${upper(row) - 2}v${bar.thickness + 4}`;
    const width = isFraction ? share * length : Math.max((share * length) / 2, thinnest(value));
    const from = isFraction ? start : zero - (value < 0 ? width : 0);
    bars[value < 0 ? 'negative' : 'positive'] += boxPath(from, upper(row), width, bar.thickness);
  });
  return { tracks, zeros, bars };
}

function framePath(left: number, top: number, { width, height }: ChipSize): string {
  const [across, down] = [width - 9, height - 9];
  const corner = (x: number, y: number): string => `a4 4 0 0 1 ${x} ${y}`;
  const [topRight, bottomRight] = [corner(4, 4), corner(-4, 4)];
  return `M${left + 4.5} ${top + 0.5}h${across}${topRight}v${down}${bottomRight}h${-across}${corner(-4, -4)}v${-down}${corner(4, -4)}Z`;
}

/** A gradient is a tag with a point at its left, where it goes. */
function tagPath(left: number, top: number, { width, height }: ChipSize): string {
  const [right, bottom] = [left + width - 0.5, top + height - 0.5];
  return `M${left + 0.5} ${top + height / 2}L${left + 7} ${top + 0.5}H${right - 3}a3 3 0 0 1 3 3V${bottom - 3}a3 3 0 0 1 -3 3H${left + 7}Z`;
}

/** One value of one timestep in the strip: where its bars stand, and the few lines that they are drawn with. */
import { formatAddress, type Address } from '#lib/stepper/address.ts';
import { boxPath, shareOf, thinnest } from '../drawing/bars.ts';
import type { Fill } from '../drawing/fill.ts';
import type { StripSize } from './strip-scene.ts';

export interface Group {
  readonly id: string;
  readonly badge: string;
  /** ghost: not there yet. muted: a value whose gradient is not there yet. */
  readonly kind: 'value' | 'gradient' | 'muted' | 'ghost';
  /** Of the whole value. */
  readonly address: Address;
  readonly values: Float64Array;
  /** What a full bar stands for. */
  readonly scale: number;
  readonly isFraction: boolean;
  readonly isCurrent: boolean;
  /** This and the columns count from the card's left edge. */
  readonly middle: number;
  readonly columns: Columns;
  readonly fill: Fill;
}

export interface Columns {
  readonly left: number;
  readonly width: number;
  readonly gap: number;
}

/** Where there is little room, the air between groups and between bars shrinks with it. */
export function columnsOf(count: number, x: number, room: number): Columns {
  const pitch = (room - Math.min(6, room / 2)) / count;
  const gap = Math.min(1, pitch / 4);
  const width = Math.min(9, pitch - gap);
  return { left: x + room / 2 - (count * (width + gap) - gap) / 2, width, gap };
}

const columnAt = ({ left, width, gap }: Columns, unit: number): number => left + unit * (width + gap);

export interface Bars {
  readonly address: string;
  /** All numbers that the address means. */
  readonly values: readonly number[];
  readonly positive: string;
  readonly negative: string;
}

/** More units than these share their paths, so that a step has little to do. */
const mostSingle = 4;

/** Nothing of a value that is not there yet. */
export function barsOf(group: Group, size: StripSize): Bars[] {
  const units = [...group.values.keys()];
  if (group.kind === 'ghost') return [];
  if (units.length > mostSingle) return [bars(group, size, units, [])];
  return units.map((unit) => bars(group, size, [unit], [unit]));
}

function bars(group: Group, size: StripSize, units: readonly number[], index: readonly number[]): Bars {
  const values = units.map((unit) => group.values[unit]);
  const paths = { positive: '', negative: '' };
  values.forEach((value, place) => {
    paths[value < 0 ? 'negative' : 'positive'] += barPath(group, size, units[place], value);
  });
  return { address: formatAddress({ ...group.address, index }), values, ...paths };
}

function barPath({ columns, isFraction, scale }: Group, { top, bars }: StripSize, unit: number, value: number): string {
  const span = isFraction ? bars : bars / 2;
  const height = Math.max(shareOf(value, scale) * span, thinnest(value));
  const zero = top + span;
  return boxPath(columnAt(columns, unit), value < 0 && !isFraction ? zero : zero - height, columns.width, height);
}

/** What the bars stand on, or could fill; of a value that is not there yet, empty boxes. */
export function groundOf(group: Group, { top, bars }: StripSize): string {
  const { values, columns, isFraction, kind } = group;
  const zero = top + bars / 2;
  return [...values.keys()]
    .map((unit) => {
      const x = columnAt(columns, unit);
      if (isFraction) return boxPath(x, top, columns.width, bars);
      return kind === 'ghost' ? boxPath(x, zero - 5, columns.width, 10) : `M${x - 0.5} ${zero}h${columns.width + 1}`;
    })
    .join('');
}

/** About the number, or all the numbers, of an address; null where it means others. */
export function boxOf(group: Group, { top, bars }: StripSize, highlighted: string | null): string | null {
  if (highlighted === null || group.kind === 'ghost') return null;
  const { values, columns, address } = group;
  const box = (from: number, to: number): string =>
    boxPath(
      columnAt(columns, from) - 2,
      top - 2,
      columnAt(columns, to) + columns.width - columnAt(columns, from) + 4,
      bars + 4,
    );
  if (formatAddress(address) === highlighted) return box(0, values.length - 1);
  const unit = values.findIndex((_, index) => formatAddress({ ...address, index: [index] }) === highlighted);
  return unit < 0 ? null : box(unit, unit);
}

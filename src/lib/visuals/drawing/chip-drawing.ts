import type { Point } from '#lib/cells/diagram.ts';
import { formatAddress, type Address } from '#lib/stepper/address.ts';
import type { NumberStyle } from '#lib/formula/number.ts';
import type { Fill } from './fill.ts';

/** A chip as it is to be drawn: a value with its numbers, or a gradient, which is a tag with a point at its left. */
export interface ChipDrawing {
  /** Which chip of the drawing it is, whatever it shows: keeps it in place from step to step. */
  readonly key: string;
  readonly kind: 'value' | 'gradient';
  /**
   * later: not known yet. now: this step's result. flowing: what it is made of. muted: a value whose gradient is not
   * there yet. factor: one that the gradient is multiplied by.
   */
  readonly state: 'done' | 'later' | 'now' | 'flowing' | 'muted' | 'factor';
  readonly at: Point;
  /** Of the whole value. */
  readonly address: Address;
  readonly values: Float64Array;
  /** A single number, not a list of one: its address has no unit. */
  readonly isSingle: boolean;
  readonly style: NumberStyle;
  readonly fill: Fill;
  /** What a full bar stands for. */
  readonly scale: number;
  /** Name and symbol for a voice. */
  readonly spoken: string;
}

export const addressOfRow = ({ address, isSingle }: ChipDrawing, row: number): string =>
  formatAddress(isSingle ? address : { ...address, index: [row] });

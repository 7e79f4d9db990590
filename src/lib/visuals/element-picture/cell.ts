import type { NumberDrawing } from './numbers.ts';
import { textWidth } from './text-width.ts';

export const cellHeight = 22;
export const cellGap = 4;
export const cellText = 13;
const least = 50;

/** All cells of a block are as wide as its widest number needs. */
export const widthOfCells = (numbers: readonly NumberDrawing[]): number =>
  Math.ceil(Math.max(least, ...numbers.map(({ text }) => textWidth(text, cellText) + 12)));

import type { Group } from './blocks.ts';
import { textWidth } from './text-width.ts';

export const cellHeight = 22;
export const cellGap = 4;
export const cellText = 13;
const least = 50;

/** All cells of a block are as wide as its widest number needs. */
export const cellWidth = ({ numbers, otherRows }: Pick<Group, 'numbers' | 'otherRows'>): number =>
  Math.ceil(Math.max(least, ...[numbers, ...otherRows].flat().map(({ text }) => textWidth(text, cellText) + 12)));

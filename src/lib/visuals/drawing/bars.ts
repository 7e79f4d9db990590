/** Bars as one path: however many units a value has, the page has one element to look after. */

/** A rectangle, to two places of the drawing's unit. */
export const boxPath = (x: number, y: number, width: number, height: number): string =>
  `M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}Z`;

const round = (length: number): number => Math.round(length * 100) / 100;

/** What part of a full bar a number fills. What is beyond all numbers fills it. */
export const shareOf = (value: number, scale: number): number =>
  Number.isFinite(value) ? Math.min(1, Math.abs(value) / scale) : 1;

/** Thinner than this (in units of the drawing) a bar would look like none, which only an exact zero is. */
export const thinnest = (value: number): number => (value === 0 ? 0 : 0.8);

/** How wide a text is about, so that a drawing can be laid out before it is on a page. */
import { spansOf } from '../drawing/tex-spans.ts';

/** In em, of the sans faces that numbers are set in: rather too much than too little. */
const narrow: Readonly<Record<string, number>> = {
  '.': 0.29,
  ',': 0.29,
  ':': 0.29,
  ' ': 0.28,
  '\u2009': 0.17,
  '/': 0.5,
  '[': 0.3,
  ']': 0.3,
  '|': 0.3,
  '(': 0.35,
  ')': 0.35,
  '·': 0.35,
};
const characterWidth = (character: string): number => {
  if (narrow[character] !== undefined) return narrow[character];
  if (/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/.test(character)) return 0.38;
  return /[\u2e80-\uffff]/.test(character) ? 1 : /[+−×=≈…%]/.test(character) ? 0.62 : 0.575;
};

export const textWidth = (text: string, size: number): number =>
  [...text].reduce((width, character) => width + characterWidth(character), 0) * size;

const levels = { base: 1, sub: 0.78, super: 0.78 } as const;
/** KaTeX's faces are narrower. */
const ofMath = 0.94;

/** Of a symbol as `MathText` sets it. */
export const mathWidth = (tex: string, size: number): number =>
  spansOf(tex).reduce(
    (width, { text, level, accent }) => width + (accent ? 0 : ofMath * textWidth(text, size * levels[level])),
    0,
  );

/** How wide a text is about, so that a drawing can be laid out before it is on a page. */
import { spansOf } from '../drawing/tex-spans.ts';

/** In em, of the sans faces that numbers are set in: rather too much than too little. */
const widths = new Map<string, number>([
  ...classOf(0.17, '\u2009'),
  ...classOf(0.28, ' '),
  ...classOf(0.3, '.,:[]|'),
  ...classOf(0.35, '()·'),
  ...classOf(0.38, '⁰¹²³⁴⁵⁶⁷⁸⁹⁻'),
  ...classOf(0.5, '/'),
  ...classOf(0.62, '+−×=≈…%'),
]);
const usual = 0.575;
const firstWide = '\u2e80';

function classOf(width: number, characters: string): [string, number][] {
  return [...characters].map((character) => [character, width]);
}

const characterWidth = (character: string): number => widths.get(character) ?? (character >= firstWide ? 1 : usual);

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

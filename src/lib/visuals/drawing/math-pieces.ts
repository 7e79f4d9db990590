/** Where the pieces of a symbol stand: raised, lowered, accents over their letter, an exponent over its index. */
import type { Span } from './tex-spans.ts';

export interface Piece extends Pick<Span, 'text' | 'italic'> {
  readonly size: number;
  /** Away from where the piece before it ended; SVG knows no raised text that ends by itself. */
  readonly dx: number;
  readonly dy: number;
}

/** Widths in em of KaTeX's faces, as far as a drawing has to know them. */
const letterWidths: Readonly<Record<string, number>> = { C: 0.715, q: 0.446, z: 0.465, n: 0.6, h: 0.576, c: 0.433 };
const accentWidth = 0.5;
const figureWidth = 0.5;
/** Italic letters lean, and so do their tops. */
const lean = 0.06;
const smallest = 11.5;

const heights = { base: 0, sub: 0.22, super: -0.46 };

export function piecesOf(spans: readonly Span[], size: number, tight = false): Piece[] {
  const small = Math.max(smallest, size * 0.75);
  let height = 0;
  let back = 0;
  return spans.map((span, index) => {
    const before = spans[index - 1];
    const { shift, rise } = span.accent ? overLetter(before, size) : { shift: overIndex(span, before, small), rise: 0 };
    const wanted = heights[span.level] * size - rise;
    const piece: Piece = {
      text: tight ? span.text.replace(/\u2009| (?=[+−])|(?<=[+−]) /g, '') : span.text,
      italic: span.italic,
      size: span.level === 'base' ? size : small,
      dx: back + shift,
      dy: wanted - height,
    };
    height = wanted;
    back = span.accent ? -(shift + accentWidth * size) : 0;
    return piece;
  });
}

function overLetter(letter: Span | undefined, size: number): { shift: number; rise: number } {
  const last = letter?.text.at(-1) ?? '';
  const width = letterWidths[last] ?? figureWidth;
  const isHigh = /[A-Zbdfhklt]/.test(last);
  return { shift: (lean - width / 2 - accentWidth / 2) * size, rise: isHigh ? 0.24 * size : 0 };
}

/** An exponent stands over the index before it where that is made of figures. */
const overIndex = (span: Span, before: Span | undefined, small: number): number =>
  span.level === 'super' && before?.level === 'sub' && /^\d+$/.test(before.text)
    ? -figureWidth * small * before.text.length
    : 0;

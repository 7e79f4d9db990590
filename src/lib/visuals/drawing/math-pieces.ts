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
/** How far the arm of a letter reaches over what stands behind it, as far as that comes under an exponent. */
const overhangs: Readonly<Record<string, number>> = { Y: 0.2, y: 0.06 };

const heights = { base: 0, sub: 0.22, super: -0.46 };

/** What is raised or lowered stays readable where it can, and is always seen to be smaller than its letter. */
const smallOf = (size: number): number => Math.max(size * 0.75, Math.min(11.5, (size * 5) / 6));

export function piecesOf(spans: readonly Span[], size: number, tight = false): Piece[] {
  const small = smallOf(size);
  let height = 0;
  let back = 0;
  return (tight ? tightened(spans) : spans).map((span, index, all) => {
    const before = all[index - 1];
    const { shift, rise } = span.accent
      ? overLetter(before, size)
      : { shift: besideLetter(all, index, size) + overOther(span, before, small), rise: 0 };
    const wanted = heights[span.level] * size - rise;
    const piece: Piece = {
      text: span.text,
      italic: span.italic,
      size: span.level === 'base' ? size : small,
      dx: back + shift,
      dy: wanted - height,
    };
    height = wanted;
    back = span.accent ? -(shift + accentWidth * size) : beyondOther(span, before, small);
    return piece;
  });
}

/** What has no room left has no place either: SVG moves with a letter, and forgets to where an empty piece has moved. */
const tightened = (spans: readonly Span[]): Span[] =>
  spans
    .map((span) => ({ ...span, text: span.text.replace(/\u2009| (?=[+−])|(?<=[+−]) /g, '') }))
    .filter(({ text }) => text);

function overLetter(letter: Span | undefined, size: number): { shift: number; rise: number } {
  const last = letter?.text.at(-1) ?? '';
  const width = letterWidths[last] ?? figureWidth;
  const isHigh = /[A-Zbdfhklt]/.test(last);
  return { shift: (lean - width / 2 - accentWidth / 2) * size, rise: isHigh ? 0.24 * size : 0 };
}

/** An exponent keeps clear of its letter; an index written after it goes back by as much. */
function besideLetter(spans: readonly Span[], index: number, size: number): number {
  const reach = (letter: Span | undefined): number => (overhangs[letter?.text.at(-1) ?? ''] ?? 0) * size;
  const [letter, before, span] = [spans[index - 2], spans[index - 1], spans[index]];
  if (span.level === 'super' && before?.level === 'base') return reach(before);
  return isOverOther(span, before) && before.level === 'super' ? -reach(letter) : 0;
}

/** An index of figures and an exponent stand one over the other, whichever is written first. */
const isOverOther = (span: Span, before: Span | undefined): before is Span =>
  [span, before].every((each) => each && each.level !== 'base' && /^[\d∗]+$/.test(each.text)) &&
  span.level !== before!.level;

const widthOf = ({ text }: Span, small: number): number => figureWidth * small * text.length;

const overOther = (span: Span, before: Span | undefined, small: number): number =>
  isOverOther(span, before) ? -widthOf(before, small) : 0;

/** What follows two that stand one over the other begins after the wider. */
const beyondOther = (span: Span, before: Span | undefined, small: number): number =>
  isOverOther(span, before) ? Math.max(0, widthOf(before, small) - widthOf(span, small)) : 0;

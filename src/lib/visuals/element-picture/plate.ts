/** What stands on a plate, in one line or in two, and how wide that makes it. */
import { textWidth } from './text-width.ts';
import { times, type Piece, type Term } from './terms.ts';

export interface PlacedPiece extends Piece {
  /** Its middle, from the middle of the plate. */
  readonly x: number;
  readonly width: number;
}

export interface PlateShape {
  readonly lines: readonly (readonly PlacedPiece[])[];
  readonly width: number;
  readonly height: number;
  /** Of its letters. */
  readonly size: number;
}

/** A plate in its place. */
export interface PlateDrawing {
  readonly key: string;
  /** Its middle. */
  readonly x: number;
  readonly y: number;
  readonly shape: PlateShape;
  /** Whether it stands for several terms. */
  readonly isRest: boolean;
  /** What stands before it, and where. */
  readonly sign: { readonly text: string; readonly x: number } | null;
  /** Whether numbers wear the colour of their quantity themselves, for no line leads to them. */
  readonly isUnderlined?: boolean;
}

/** By the number of lines: two of them are a little smaller, for there are more plates beside each other. */
const looks = [
  { size: 14, padding: 9, height: 30 },
  { size: 13, padding: 6, height: 44 },
] as const;

/** @param isTall a product of two in two lines, the number that comes from above in the upper one */
export function plateOf({ pieces, numbers, isProduct }: Term, isTall: boolean, upper?: Piece['number']): PlateShape {
  if (!isTall || !isProduct || numbers.length !== 2 || pieces.length !== 3) return plate([pieces]);
  const first = pieces.find(({ number }) => number && number === upper) ?? pieces[0];
  const second = pieces.find((piece) => piece.number && piece !== first)!;
  return plate([[first], [{ text: `${times}\u2009` }, second]]);
}

/** Of words, with a number under them. */
export const plateOfWords = (...lines: readonly string[]): PlateShape => plate(lines.map((text) => [{ text }]));

function plate(lines: readonly (readonly Piece[])[]): PlateShape {
  const { size, padding, height } = looks[lines.length - 1];
  const placed = lines.map((line) => placedAroundMiddle(line, size));
  const width = Math.max(...placed.map(widthOf));
  return { lines: placed, width: Math.round(width + 2 * padding), height, size };
}

const widthOf = (line: readonly PlacedPiece[]): number => line.reduce((sum, { width }) => sum + width, 0);

function placedAroundMiddle(pieces: readonly Piece[], size: number): PlacedPiece[] {
  const sized = pieces.map((piece) => ({ ...piece, width: textWidth(piece.text, size), x: 0 }));
  let left = -widthOf(sized) / 2;
  return sized.map((piece) => {
    left += piece.width;
    return { ...piece, x: left - piece.width / 2 };
  });
}

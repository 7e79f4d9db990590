/** Pieces of a file, each with its place, and the checks that turn them into what they must be or say why not. */
import { firstJsonFault } from './json-fault.ts';
import { oneOfText } from './nearest.ts';
import { joinPlace, keyText, shortened } from './place.ts';

/** One line: file, place, what is expected, what was found. */
export class ModelFileError extends Error {
  override readonly name = 'ModelFileError';
}

export interface Piece {
  readonly file: string;
  /** `parameters.weight_hh_l0[3]`; empty for the whole file. */
  readonly place: string;
  /** Undefined: it is missing. */
  readonly content: unknown;
}

/** A length, and what it is: `{ length: 12, meaning: '4·hiddenSize' }`. */
export interface Dimension {
  readonly length: number;
  readonly meaning: string;
}

export function refuse({ file, place, content }: Piece, expected: string, found = describe(content)): never {
  throw new ModelFileError([file, place, `expected ${expected}, found ${found}`].filter(Boolean).join(': '));
}

const part = ({ file, place }: Piece, key: string | number, content: unknown): Piece => ({
  file,
  place: joinPlace(place, key),
  content,
});

/** An entry that the piece should have and has not. */
export const missing = (piece: Piece, key: string): Piece => part(piece, key, undefined);

export const refuseKey = (piece: Piece, key: string, known: readonly string[]): never =>
  refuse(piece, oneOfText(known, key), keyText(key));

/** The whole file as a piece. */
export function parse(text: string, file: string): Piece {
  // Editors on Windows put a byte order mark first, which JSON does not allow.
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { file, place: '', content: JSON.parse(json) };
  } catch (error) {
    const fault = firstJsonFault(json);
    if (!fault) throw error;
    const { line, column, place, expected, found } = fault;
    const where = `line ${line}, column ${column}${place && ` (in ${place})`}`;
    return refuse({ file, place: where, content: undefined }, expected, found);
  }
}

/** The entries of an object, under whatever keys it has. */
export function entries(piece: Piece): [key: string, piece: Piece][] {
  const { content } = piece;
  if (typeof content !== 'object' || content === null || Array.isArray(content)) refuse(piece, 'an object');
  return Object.entries(content).map(([key, value]) => [key, part(piece, key, value)]);
}

/** The entries of an object that has these keys and no others; a missing one has no content. */
export function members<Key extends string>(piece: Piece, keys: readonly Key[]): Record<Key, Piece> {
  const present = new Map(entries(piece));
  for (const [key, member] of present) {
    if (!(keys as readonly string[]).includes(key)) refuseKey(member, key, keys);
  }
  const each = keys.map((key) => [key, present.get(key) ?? missing(piece, key)] as const);
  return Object.fromEntries(each) as Record<Key, Piece>;
}

export const isMissing = ({ content }: Piece): boolean => content === undefined;

export function oneOf<Name extends string>(piece: Piece, names: readonly Name[]): Name {
  return names.find((name) => name === piece.content) ?? refuse(piece, oneOfText(names, piece.content));
}

export function positiveWhole(piece: Piece): number {
  const { content } = piece;
  return Number.isSafeInteger(content) && (content as number) > 0
    ? (content as number)
    : refuse(piece, 'a positive whole number');
}

export function list(piece: Piece, expected: string): Piece[] {
  if (!Array.isArray(piece.content)) return refuse(piece, expected);
  return piece.content.map((content: unknown, index) => part(piece, index, content));
}

/** A list of so many finite numbers. */
export function vector(piece: Piece, { length, meaning }: Dimension): number[] {
  const expected = `${length} number${length === 1 ? '' : 's'} (${meaning})`;
  if (!Array.isArray(piece.content)) return refuse(piece, `a list of ${expected}`);
  const numbers: unknown[] = piece.content;
  if (numbers.length !== length) refuse(piece, expected, String(numbers.length));
  const wrong = numbers.findIndex((number) => !Number.isFinite(number));
  if (wrong >= 0) refuse(part(piece, wrong, numbers[wrong]), 'a finite number');
  return numbers as number[];
}

/** Rows of finite numbers, all equally long. */
export function matrix(piece: Piece, rows: Dimension, columns: Dimension): number[][] {
  const expected = `${rows.length}×${columns.length} (${rows.meaning} × ${columns.meaning})`;
  const found = list(piece, expected);
  if (found.length === 0) refuse(piece, expected);
  const widths = new Set(found.map(({ content }) => (Array.isArray(content) ? content.length : undefined)));
  const [width] = widths;
  const regular = widths.size === 1 && width !== undefined;
  if (regular && (found.length !== rows.length || width !== columns.length)) {
    refuse(piece, expected, `${found.length}×${width}`);
  }
  // Rows of different lengths: the first wrong one is named.
  return found.map((row) => vector(row, columns));
}

/** What was found, in a few words on one line. */
function describe(content: unknown): string {
  if (content === undefined) return 'nothing';
  if (typeof content === 'string') return JSON.stringify(shortened(content));
  if (Array.isArray(content)) return content.length === 0 ? 'an empty list' : `a list of ${content.length}`;
  return typeof content === 'object' && content !== null ? 'an object' : String(content);
}

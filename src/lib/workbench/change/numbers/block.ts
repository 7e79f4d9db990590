/** Many numbers at once, as they come from a spreadsheet, a file or a Python list. */
import { readNumber, type NumberProblem } from './read-number.ts';

export type Block =
  | { readonly rows: readonly (readonly number[])[] }
  | { readonly problem: NumberProblem | 'ragged'; readonly text: string }
  | { readonly problem: 'ambiguous'; readonly parts: readonly string[] };

/** Undefined for a single number, or none, which a field takes like any other text. */
export function readBlock(pasted: string): Block | undefined {
  const text = pasted.normalize('NFKC').replaceAll('、', ',').trim();
  const parts = text.split(';').filter(hasContent);
  if (parts.length > 1 && parts.every(isDecimalComma)) return { problem: 'ambiguous', parts };
  const rows = rowsOf(text).map(cellsOf);
  const cells = rows.flat();
  if (cells.length < 2 || !/\d/.test(text) || isDecimalComma(text)) return undefined;
  const numbers: number[][] = [];
  for (const row of rows) {
    const readings = row.map(readNumber);
    const wrong = readings.findIndex((reading) => 'problem' in reading);
    if (wrong >= 0) return { problem: (readings[wrong] as { problem: NumberProblem }).problem, text: row[wrong] };
    numbers.push(readings.map((reading) => (reading as { value: number }).value));
  }
  const ragged = numbers.findIndex(({ length }) => length !== numbers[0].length);
  return ragged < 0 ? { rows: numbers } : { problem: 'ragged', text: rows[ragged].join(' ') };
}

/**
 * `0,5` is a half, as most of the world writes it; `1, 2` are two numbers. With a semicolon between them nothing tells which
 * is meant: `1,2;3,4` may be two numbers, or two rows of two.
 */
const isDecimalComma = (text: string): boolean => /^[+\-−–]?\d*,\d+$/.test(text.trim());

/** `[[1, 2], [3, 4]]`, whatever stands around it, such as `tensor(…)`; or lines. */
function rowsOf(text: string): string[] {
  const bracketed = text.match(/\[[^[\]]*\]/g);
  if (bracketed) return bracketed.flatMap((row) => row.slice(1, -1).split(';')).filter(hasContent);
  return text
    .split(/\r?\n/)
    .filter(hasContent)
    .flatMap((line) => (endsRows(line) ? line.split(';').filter(hasContent) : line));
}

const hasContent = (row: string): boolean => row.trim() !== '';

/** Only a blank between them: read as one number they would be a third one. */
const holdsTwo = (text: string): boolean => /\d\s+[\d.+\-−–]/.test(text);

/** A comma that is no decimal one: before a blank or a sign, beside another comma or a point. */
const partingComma = /,\s*[\s+\-−–]\S|,.*[,.]|\..*,/;

/** `1 2; 3 4`: what a semicolon parts are rows if they have parts themselves; otherwise, `0,5;1`, they are cells. */
const endsRows = (line: string): boolean =>
  line.split(';').some((part) => holdsTwo(part) || partingComma.test(part.trim()));

/** A comma is a decimal one where something else parts the numbers. */
function cellsOf(row: string): string[] {
  const isParted = (by: RegExp): boolean => by.test(row.trim()) && !row.split(by).some(holdsTwo);
  const cells = row.trim().split([/\t/, /;/, /,/].find(isParted) ?? /\s+/);
  return (hasContent(cells.at(-1)!) ? cells : cells.slice(0, -1)).map((cell) => cell.trim());
}

/** Comma-separated values as spreadsheets read them. */

export type Cell = string | number;

/** So that Excel does not take Chinese for something else. */
const byteOrderMark = '\uFEFF';

export const csvText = (rows: readonly (readonly Cell[])[]): string =>
  byteOrderMark + rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return Object.is(cell, -0) ? '-0' : String(cell);
  const harmless = asWords(cell);
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A spreadsheet takes a text with one of these before it for a formula, and computes it. */
const asWords = (text: string): string => (/^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text);

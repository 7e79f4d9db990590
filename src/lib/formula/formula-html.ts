/**
 * A formula in pieces of HTML: two rows, one column per token, so that every symbol has its number directly beneath it.
 */
import { columnsOf, type Column } from './columns.ts';
import type { Formula } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { numberText } from './number.ts';
import { numberPieces, symbolPieces, type Change, type Piece } from './slot-html.ts';
import { atTimestep } from './symbol.ts';
import { symbolHtml } from './symbol-html.ts';
import { termsOf, type Sign } from './tokens.ts';

/** Lines break between the terms of a sum and nowhere else. */
export function formulaPieces(model: NamedRun, formula: Formula, unit: number): Piece[] {
  const left = leftPieces(model, formula, unit);
  return termsOf(model, formula.right).flatMap((tokens, place) => {
    const columns = columnsOf(tokens);
    return [
      '<span class="rows">',
      ...(place === 0 ? left : []),
      ...columns.flatMap((column, index) => columnPieces(model, column, unit, columns[index - 1])),
      ...(formula.parts ? partPieces(formula.parts[place], (place === 0 ? leftColumns : 0) + 1, columns) : []),
      '</span>',
    ];
  });
}

/** The result, and what stands between it and how it is found. */
const leftColumns = 2;

const leftPieces = (model: NamedRun, { left, result, exact, held }: Formula, unit: number): Piece[] => [
  '<span class="symbol">',
  ...symbolPieces(model, left),
  '</span><span class="number result">',
  ...numberPieces(model, left, { numbers: result, unit }),
  `</span><span class="symbol">${signHtml('relation', held ? '≠' : '=')}</span>`,
  `<span class="number">${signHtml('relation', held ? '≠' : exact ? '=' : '≈')}</span>`,
];

function columnPieces(model: NamedRun, { before, token, after }: Column, unit: number, last?: Column): Piece[] {
  const isBeside = token && last?.token && before.length + last.after.length === 0;
  const inSymbols = (signs: readonly Sign[]): Piece[] => signs.map(({ role, text }) => signHtml(role, text));
  const inNumbers = (signs: readonly Sign[]): Piece[] =>
    signs.map(({ role, text, numbers = text, isTall }) => signHtml(role, numbers, isTall));
  return [
    '<span class="symbol">',
    ...inSymbols(before),
    ...(token ? symbolPieces(model, token.slot, token.power) : []),
    ...inSymbols(after),
    `</span><span class="number${isBeside ? ' beside' : ''}">`,
    ...inNumbers(before),
    ...(token ? numberPieces(model, token.slot, { ...token, unit }) : []),
    ...inNumbers(after),
    '</span>',
  ];
}

/** What a term comes to, beneath all of it but the sign in front. */
function partPieces(value: number, first: number, columns: readonly Column[]): Piece[] {
  const signs = columns.length > 1 && !columns[0].token ? 1 : 0;
  return [
    `<span class="number part" style="grid-column:${first + signs}/span ${columns.length - signs}">`,
    { kind: 'number', text: numberText(value), value, field: 'term' },
    '</span>',
  ];
}

/** A tall bracket is drawn, and round unless it is square. */
function signHtml(role: Sign['role'], text: string, isTall = false): string {
  const isDrawn = isTall && role !== 'raised';
  const shape = isTall ? ` tall${text === '[' || text === ']' ? ' square' : ''}` : '';
  return `<span class="sign ${role}${shape}">${isDrawn ? '' : text}</span>`;
}

export const isChange = (piece: Piece): piece is Change => typeof piece !== 'string';

function write(pieces: readonly Piece[], textOf: (change: Change) => string): string {
  let text = '';
  for (const piece of pieces) text += isChange(piece) ? textOf(piece) : piece;
  return text;
}

/** Equal where the templates are, and shorter. */
export const keyOf = (pieces: readonly Piece[]): string =>
  write(pieces, (change) => (change.kind === 'symbol' ? change.template : change.field));

/** What all timesteps have in common: `@` in the place of the timestep, nothing in the place of numbers. */
export const templateOf = (pieces: readonly Piece[]): string =>
  write(pieces, (change) =>
    change.kind === 'symbol' ? symbolHtml(change.template) : `<span class="value ${change.field}"></span>`,
  );

export const htmlOf = (pieces: readonly Piece[]): string =>
  write(pieces, (change) => {
    if (change.kind === 'symbol') return atTimestep(symbolHtml(change.template), change.t);
    const { text, value, field, address } = change;
    const source = address === undefined ? '' : ` data-address="${address}"`;
    return `<span class="value ${field}" data-value="${value}"${source}>${text}</span>`;
  });

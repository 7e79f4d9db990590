/**
 * A formula in pieces of HTML: two rows, one column per token, so that every symbol has its number directly beneath it.
 */
import type { Formula } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { numberPieces, symbolPieces, type Change, type Piece } from './slot-html.ts';
import { atTimestep } from './symbol.ts';
import { symbolHtml } from './symbol-html.ts';
import { termsOf, type Token } from './tokens.ts';

/** Lines break between the terms of a sum and nowhere else. */
export function formulaPieces(model: NamedRun, formula: Formula, unit: number): Piece[] {
  return termsOf(model, formula.right).flatMap((tokens, place) => [
    '<span class="rows">',
    ...(place === 0 ? leftPieces(model, formula, unit) : []),
    ...tokens.flatMap((token) => tokenPieces(model, token, unit)),
    '</span>',
  ]);
}

const leftPieces = (model: NamedRun, { left, result, exact, held }: Formula, unit: number): Piece[] => [
  ...symbolPieces(model, left),
  '<span class="number result">',
  ...numberPieces(model, left, { numbers: result, unit }),
  `</span><span class="symbol">${held ? '≠' : '='}</span>`,
  `<span class="number">${held ? '≠' : exact ? '=' : '≈'}</span>`,
];

function tokenPieces(model: NamedRun, token: Token, unit: number): Piece[] {
  if (token.kind === 'sign') {
    const { role, text, numbers = text } = token;
    return [`<span class="symbol ${role}">${text}</span><span class="number ${role}">${numbers}</span>`];
  }
  const { slot, power, bracketed } = token;
  const numbers = numberPieces(model, slot, { bracketed, power, unit });
  return [...symbolPieces(model, slot, power), '<span class="number">', ...numbers, '</span>'];
}

export const isChange = (piece: Piece): piece is Change => typeof piece !== 'string';

const write = (pieces: readonly Piece[], textOf: (change: Change) => string): string =>
  pieces.map((piece) => (isChange(piece) ? textOf(piece) : piece)).join('');

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

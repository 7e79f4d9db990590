/** The terms of a formula of single numbers, as what stands on their plates. Read off the same tokens as the formula. */
import type { Formula } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { termsOf, type Sign, type SlotToken, type Token } from '#lib/formula/tokens.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';

/** A number, a sign or a bracket. */
export interface Piece {
  readonly text: string;
  readonly number?: NumberDrawing;
}

export interface Term {
  /** What stands before it. */
  readonly sign: '' | '+' | '−';
  readonly pieces: readonly Piece[];
  /** The numbers it reads, each once. */
  readonly numbers: readonly NumberDrawing[];
  /** What it comes to, with its sign. */
  readonly value: number;
  /** Numbers that are multiplied, and nothing else. */
  readonly isProduct: boolean;
}

export const times = '×';

export const termsIn = (model: NamedRun, formula: Formula): Term[] =>
  termsOf(model, formula.right).map((tokens, place) => termOf(model, tokens, formula.terms![place]));

function termOf(model: NamedRun, tokens: readonly Token[], value: number): Term {
  const [first, ...others] = tokens;
  const sign = first.kind === 'sign' && first.role === 'operator' && /^[+−]$/.test(first.text) ? first.text : '';
  const rest = sign ? others : tokens;
  const isProduct = rest.every((token) => (token.kind === 'slot' ? token.power !== '2' : isTimes(token)));
  const pieces = rest.flatMap((token) =>
    token.kind === 'slot' ? slotPieces(model, token, isProduct) : signPieces(token),
  );
  const numbers = new Map(pieces.flatMap(({ number }) => (number ? [[keyOf(number), number]] : [])));
  return { sign: sign as Term['sign'], pieces, numbers: [...numbers.values()], value, isProduct };
}

const isTimes = (token: Sign): boolean => token.role === 'operator' && (token.numbers ?? token.text) === '·';

export const keyOf = ({ slot: { kind, instance, element } }: NumberDrawing): string =>
  [kind, instance.id, instance.t, element].join(' ');

/** Between signs that say where they end, signed numbers need no brackets. */
function slotPieces(model: NamedRun, { slot, bracketed, power }: SlotToken, isProduct: boolean): Piece[] {
  const number = numberAt(model, slot);
  const isBracketed = bracketed && !isProduct && /^[+−]/.test(number.text);
  return [
    ...(isBracketed ? [{ text: '(' }] : []),
    { text: number.text, number },
    ...(isBracketed ? [{ text: ')' }] : []),
    ...(power === '2' ? [{ text: '²' }] : []),
  ];
}

function signPieces(token: Sign): Piece[] {
  const text = token.numbers ?? token.text;
  if (!text) return [];
  if (token.role === 'raised') return text === '2' ? [{ text: '²' }] : [];
  if (token.role === 'operator') return [{ text: ` ${text === '·' ? times : text} ` }];
  return [{ text }];
}

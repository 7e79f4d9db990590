/**
 * Tokens in columns, at most one slot in each. Brackets and names of functions stand in the column of the slot beside
 * them, before it in both rows: so the symbols are set as closely as in a formula by itself, over numbers much wider.
 */
import type { Sign, SlotToken, Token } from './tokens.ts';

export interface Column {
  readonly before: readonly Sign[];
  readonly token?: SlotToken;
  readonly after: readonly Sign[];
}

export function columnsOf(tokens: readonly Token[]): Column[] {
  const columns: Column[] = [];
  let before: Sign[] = [];
  for (const token of tokens) {
    const last = columns.at(-1);
    if (token.kind === 'slot') {
      columns.push({ before, token, after: [] });
      before = [];
    } else if (before.length) {
      before.push(token);
    } else if (token.role === 'operator') {
      columns.push({ before: [token], after: [] });
    } else if (last && (token.role === 'close' || token.role === 'raised')) {
      columns[columns.length - 1] = { ...last, after: [...last.after, token] };
    } else {
      before = [token];
    }
  }
  return before.length ? [...columns, { before, after: [] }] : columns;
}

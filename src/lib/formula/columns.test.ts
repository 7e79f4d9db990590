import { expect, test } from 'vitest';
import type { Slot } from './slot.ts';
import { columnsOf } from './columns.ts';
import type { Sign, Token } from './tokens.ts';

const roles: Record<string, Sign['role']> = {
  '(': 'open',
  ')': 'close',
  '²': 'raised',
  '⊙': 'operator',
  '−': 'operator',
};

/** Capital letters are slots, each other word a sign. */
const tokens = (text: string): Token[] =>
  text.split(' ').map((word): Token => {
    const slot: Slot = { kind: 'value', instance: { id: word, t: 1, sample: 0 } };
    if (/^[A-Z]$/.test(word)) return { kind: 'slot', slot, bracketed: false };
    return { kind: 'sign', role: roles[word] ?? 'name', text: word };
  });

const written = (text: string): string =>
  columnsOf(tokens(text))
    .map(({ before, token, after }) =>
      [...before.map((sign) => sign.text), token?.slot.instance.id ?? [], ...after.map((sign) => sign.text)]
        .flat()
        .join(' '),
    )
    .join(' | ');

test.each([
  ['H ⊙ ( 1 − tanh ( C ) ² )', 'H | ⊙ | ( 1 − tanh ( C ) ² )'],
  ['σ ( W X ⊙ B )', 'σ ( W | X | ⊙ | B )'],
  ['− A ⊙ B', '− | A | ⊙ | B'],
  ['( A − 1 )', '( A | − | 1 )'],
  ['1', '1'],
])('%s: each slot a column, with its brackets', (text, columns) => {
  expect(written(text)).toBe(columns);
});

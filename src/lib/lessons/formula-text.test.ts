import { expect, test } from 'vitest';
import { typeset } from '#lib/formula/typeset.ts';
import type { Inline } from './document.ts';
import { formulaText } from './formula-text.ts';

const formula = (tex: string): Inline => {
  const set = typeset(tex, false);
  if (!('html' in set)) throw new Error(tex);
  return { type: 'formula', display: false, html: set.html, numbers: [] };
};

test('a heading that is a formula is called by its letters', () => {
  expect(formulaText([formula('C_2')])).toBe('C2');
});

test('a heading with words has a name already, and an empty one has none', () => {
  expect(formulaText([{ type: 'text', text: 'share of ' }, formula('C_2')])).toBeUndefined();
  expect(formulaText([])).toBeUndefined();
});

import { expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { nameWithSymbol, plainSymbol } from './plain-symbol.ts';

test.each([
  ['W_{xf}', 'W_xf'],
  ['\\tilde{C}_{@}', 'C̃ₜ'],
  ['Y^{*}_{@}', 'Y*ₜ'],
  ['a_{f,@}', 'a_f,t'],
])('%s is written %s', (tex, plain) => {
  expect(plainSymbol(tex)).toBe(plain.normalize('NFC'));
});

test('a name is followed by its symbol where that can be written without TeX', () => {
  const model = specimen(cells.lstm);
  expect(nameWithSymbol(model.named('forget.gate'), 'en')).toBe('forget gate fₜ');
  expect(nameWithSymbol(model.named('forget.preactivation'), 'zh')).toBe('遗忘门的预激活值');
});

test.each(Object.values<Cell>(cells))('no symbol of the $id keeps anything of TeX', (cell) => {
  const model = specimen(cell);
  for (const id of model.run.program.graph.values.keys())
    expect(plainSymbol(model.named(id).symbol), id).not.toMatch(/[\\{}@]|undefined/);
});

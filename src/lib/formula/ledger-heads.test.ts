import { beforeAll, expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Notation } from '#lib/cells/notation.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { loadLanguage, type Language } from '#lib/i18n/languages.ts';
import { computed } from '../../tests/specimen.ts';
import { ledgerHeads } from './ledger-heads.ts';
import { ledgerOf } from './ledger-rows.ts';
import { NamedRun } from './named-run.ts';

beforeAll(() => Promise.all([loadLanguage('en'), loadLanguage('zh')]));

interface Asked {
  readonly unit?: number;
  readonly hiddenSize?: number;
  readonly notation?: Notation;
  readonly language?: Language;
}

function heads(id: string, { unit = 0, hiddenSize = 2, notation = 'course', language = 'en' }: Asked = {}) {
  const graph = sequenceModel(lstm, { inputSize: 3, hiddenSize, outputSize: 1 }, { kind: 'mse', at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 2, samples: 1 }, seed: 3 });
  const model = new NamedRun(lstm, run).inNotation(notation);
  const { columns } = ledgerOf(model, { pass: 'backward', id, t: model.isOnTime(id) ? 2 : 0 }, unit);
  const { over, columns: each } = ledgerHeads(model, id, columns, language);
  return [over, ...each.map(({ text }) => text)];
}

test('a vector says which unit, or which entry; a single number nothing', () => {
  expect(heads('cell.state')).toEqual(['', 'unit 1', 'unit 2']);
  expect(heads('input')).toEqual(['', 'entry 1', 'entry 2', 'entry 3']);
  expect(heads('loss')).toEqual(['', '']);
});

test('a matrix says which row is shown, and of how many', () => {
  expect(heads('W.f')).toEqual(['row 1 of 2', 'column 1', 'column 2', 'column 3']);
  expect(heads('W.f', { unit: 1, language: 'zh' })).toEqual(['第 2 行，共 2 行', '第 1 列', '第 2 列', '第 3 列']);
  expect(heads('W.y')).toEqual(['row 1', 'column 1', 'column 2']);
});

test('where not even a row has room, both of how many', () => {
  expect(heads('U.f', { unit: 2, hiddenSize: 6 })).toEqual(['row 3 of 6', 'column 3 of 6']);
});

test('where vectors are rows, what belongs to a unit is a column', () => {
  expect(heads('W.f', { unit: 1, notation: 'keras' })).toEqual(['column 2 of 2', 'row 1', 'row 2', 'row 3']);
});

/** What stands over the columns of a ledger. */
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { elementWords } from './element-words.ts';
import type { ShownLedger } from './ledger-rows.ts';
import type { NamedRun } from './named-run.ts';
import { gridOf } from './numerals.ts';

interface LedgerHeads {
  /** In the corner: of a matrix, whose numbers are not all shown, which row they are of. */
  readonly over: string;
  readonly columns: readonly { readonly text: string; readonly spoken: string }[];
}

/** A number is called as the sentence calls it; of a matrix its row is said once, with how many there are. */
export function ledgerHeads(
  model: NamedRun,
  id: string,
  columns: ShownLedger['columns'],
  language: Language,
): LedgerHeads {
  const { walk } = languages[language].messages;
  const spoken = columns.map((units) => elementWords(model.cell, id, units, language));
  if (columns[0].length < 2) return { over: '', columns: spoken.map((text) => ({ text, spoken: text })) };
  const { rows, columns: across } = gridOf(model, model.shape(id));
  const rowText = (row: number, isOne: boolean): string =>
    fill(isOne && rows > 1 ? walk.rowOf : walk.row, { row, count: rows });
  const columnText = (column: number, isOne: boolean): string =>
    fill(isOne && across > 1 ? walk.columnOf : walk.column, { column, count: across });
  const [[row, column]] = columns;
  const isOne = columns.length === 1;
  // Where vectors are rows, matrices lie on their side: what belongs to a unit is a column.
  const texts = columns.map((units) => (model.hasRowVectors ? rowText(units[0], isOne) : columnText(units[1], isOne)));
  return {
    over: model.hasRowVectors ? columnText(column, true) : rowText(row, true),
    columns: texts.map((text, place) => ({ text, spoken: spoken[place] })),
  };
}

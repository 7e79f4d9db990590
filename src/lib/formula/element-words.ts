import type { Cell } from '#lib/cells/cell.ts';
import { ownParameters } from '#lib/cells/own-parameters.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';

/**
 * Which number of a value is meant, in words: a unit of the cell, an entry of what is not the cell's own, such as an
 * input or an output, of a matrix row and column; nothing where there is but one.
 * @param units from 1, by row and column as the array stands in formulas
 */
export function elementWords(cell: Cell, id: string, units: readonly number[], language: Language): string {
  const { walk } = languages[language].messages;
  const [row, column] = units;
  if (row === undefined) return '';
  if (column !== undefined) return fill(walk.entry, { row, column });
  return isOfCell(cell, id) ? fill(walk.unit, { unit: row }) : fill(walk.component, { component: row });
}

const isOfCell = (cell: Cell, id: string): boolean => Object.hasOwn(cell.quantities, id) || ownParameters(cell).has(id);

/** Places in words: what a screen reader says of a field, and what stands at a row or column. */
import type { Text } from '#lib/cells/cell.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/workbench/languages.ts';
import type { Place } from './given.ts';

/** `input weights of the forget gate, row 1, column 2`; `input, t = 2, unit 1`. */
export function placeName(name: Text, { t, units }: Place, language: Language): string {
  const { walk, numbers } = languages[language].messages;
  if (t === undefined && units.length === 2) {
    return fill(numbers.place, { name: name[language], row: units[0], column: units[1] });
  }
  const time = t === undefined ? [] : [fill(walk.atTimestep, { t })];
  const unit = units.map((each) => fill(walk.unit, { unit: each }));
  return [name[language], ...time, ...unit].join(walk.comma);
}

/** Of a row: data have one per timestep, a matrix or a column one per unit. */
export function rowHead([{ t, units }, ...others]: readonly Place[], language: Language): string {
  if (t) return fill(languages[language].messages.walk.atTimestep, { t });
  const isOneRow = units.length === 1 && others.length > 0;
  return isOneRow ? '' : String(units[0] ?? '');
}

/** From 1, as in formulas: `[1][2]`. */
export const elementName = ({ units }: Place): string => units.map((unit) => `[${unit}]`).join('');

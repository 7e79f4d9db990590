/** Places in words: what a screen reader says of a field, and what stands at a row or column. */
import { elementWords } from '#lib/formula/element-words.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { bracketed } from '#lib/formula/slot.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import type { Place } from './given.ts';

/** `input weights of the forget gate, row 1, column 2`; `input, t = 2, entry 1`. */
export function placeName(model: NamedRun, { id, t, units }: Place, language: Language): string {
  const { walk } = languages[language].messages;
  const time = t === undefined ? '' : fill(walk.atTimestep, { t });
  const element = elementWords(model.cell, id, units, language);
  return [model.named(id).name[language], time, element].filter(Boolean).join(walk.comma);
}

/** Of a row: data have one per timestep, a matrix or a column one per unit. */
export function rowHead([{ t, units }, ...others]: readonly Place[], language: Language): string {
  if (t) return fill(languages[language].messages.walk.atTimestep, { t });
  const isOneRow = units.length === 1 && others.length > 0;
  return isOneRow ? '' : String(units[0] ?? '');
}

/** From 1, as in formulas: `[1][2]`. */
export const elementName = ({ units }: Place): string => bracketed(units);

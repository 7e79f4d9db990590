/** Places in words: what a screen reader says of a field, and what stands at a row or column. */
import type { Text } from '#lib/cells/cell.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/workbench/languages.ts';
import type { Place } from './given.ts';

/** `input weights of the forget gate, row 1, column 2`; `input, t = 2, unit 1`. */
export function placeName(name: Text, { t, index }: Place, language: Language): string {
  const { walk, numbers } = languages[language].messages;
  if (t === undefined && index.length === 2) {
    return fill(numbers.place, { name: name[language], row: index[0] + 1, column: index[1] + 1 });
  }
  const time = t === undefined ? [] : [fill(walk.atTimestep, { t })];
  const unit = index.map((each) => fill(walk.unit, { unit: each + 1 }));
  return [name[language], ...time, ...unit].join(walk.comma);
}

/** Of a row: data have one per timestep, everything else one per unit. */
export const rowHead = ({ t, index }: Place, language: Language): string =>
  t !== undefined && t > 0
    ? fill(languages[language].messages.walk.atTimestep, { t })
    : index.length
      ? String(index[0] + 1)
      : '';

/** From 1, as in formulas: `[1][2]`. */
export const elementName = ({ index }: Place): string => index.map((unit) => `[${unit + 1}]`).join('');

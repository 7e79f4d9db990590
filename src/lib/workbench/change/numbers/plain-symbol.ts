import type { Named } from '#lib/cells/names.ts';
import type { Language } from '#lib/i18n/languages.ts';

/** A symbol where only plain text can stand, such as in a list to choose from: `W_xf` as in code, `C̃ₜ`, `X₀`. */
export const plainSymbol = (tex: string, time: Time = 't'): string =>
  tex
    .replace('_{@}', lowered[time])
    .replaceAll('@', time)
    .replace(/\\(\w+)\{(\w)\}/, (_, accent: keyof typeof accents, letter: string) => `${letter}${accents[accent]}`)
    .replace('^{*}', '*')
    .replace(/[{}]/g, '')
    .normalize('NFC');

/** `forget gate fₜ`. Most letters cannot be lowered in plain text: then the name alone says which value it is. */
export function nameWithSymbol({ name, symbol }: Named, language: Language): string {
  const plain = plainSymbol(symbol);
  return plain.includes('_') ? name[language] : `${name[language]} ${plain}`;
}

/** A timestep as a subscript: any, or the one before the first. */
const lowered = { t: 'ₜ', 0: '₀' };
type Time = `${keyof typeof lowered}`;

/** Signs that stand above the letter before them. */
const accents = { tilde: '\u0303', hat: '\u0302', bar: '\u0304' };

/** A symbol where only plain text can stand, such as in a list to choose from: `W_xf`, `C̃_t`, `X_t`. */
export const plainSymbol = (tex: string, time = 't'): string =>
  tex
    .replaceAll('@', time)
    .replace(/\\(\w+)\{(\w)\}/, (_, accent: keyof typeof accents, letter: string) => `${letter}${accents[accent]}`)
    .replace('^{*}', '*')
    .replace(/[{}]/g, '')
    .normalize('NFC');

/** Signs that stand above the letter before them. */
const accents = { tilde: '\u0303', hat: '\u0302', bar: '\u0304' };

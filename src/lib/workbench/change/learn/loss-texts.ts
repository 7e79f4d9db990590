import { comparedNumbers } from '#lib/formula/compared-numbers.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';

/** Two losses: where the usual figures do not tell them apart, with so many that they do. */
export function lossTexts(before: number, after: number, style: NumberStyle): string[] {
  const usual = [before, after].map((loss) => numberText(loss, style));
  if (before === after || usual[0] !== usual[1]) return usual;
  return comparedNumbers(before, after, style).map(({ same, differs, power }) => same + differs + power);
}

import { sharedFigures } from '#lib/formula/compared-numbers.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import type { SweepPoint } from './sweep.ts';
import { verdictAt } from './verdict.ts';

/** A double has no more. */
const mostFigures = 16;

/** What is seen at one ε, in a sentence. */
export function sentenceAt(sweep: readonly SweepPoint[], index: number, language: Language): string {
  const { verdicts, identical } = languages[language].messages.gradientCheck;
  const verdict = verdictAt(sweep, index);
  const { above, below, relativeError } = sweep[index].check;
  if (verdict === 'rounded' && above === below) return identical;
  return fill(verdicts[verdict], {
    shared: sharedFigures(above, below),
    figures: Math.min(mostFigures, Math.floor(-Math.log10(relativeError))),
  });
}

import type { Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { readNumber, type NumberProblem } from './read-number.ts';

export function problemText(problem: NumberProblem, language: Language): string {
  const { numbers, question } = languages[language].messages;
  return problem === 'unreadable' ? question.unreadable : numbers.problems[problem];
}

/** As a field wants to read. */
export const readerIn =
  (language: Language) =>
  (typed: string): { readonly value: number } | { readonly problem: string } => {
    const reading = readNumber(typed);
    return 'problem' in reading ? { problem: problemText(reading.problem, language) } : reading;
  };

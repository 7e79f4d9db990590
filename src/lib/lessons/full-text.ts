import { fill, languages, type Language } from '#lib/i18n/languages.ts';

/** A number of the prose with all its digits, and the stage's, where that is another one. */
export function fullText(value: number, onStage: number | undefined, language: Language): string {
  if (onStage === undefined) return String(value);
  return fill(languages[language].messages.lesson.onStage, { value, onStage });
}

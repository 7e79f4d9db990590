import type { Step } from '#lib/engine/steps.ts';
import { editsText, sentences } from '#lib/formula/edit-words.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';

/** What a drawing shows of a step, in words: what happens, and what of the model has been edited. */
export function stateText(
  model: NamedRun,
  step: Step,
  language: Language,
  saying?: { readonly isFolded?: boolean },
): string {
  const { visuals } = languages[language].messages;
  const happens = fill(visuals[step.pass], { name: model.named(step.id).name[language] });
  return sentences([happens, editsText(model, language, saying)], language);
}

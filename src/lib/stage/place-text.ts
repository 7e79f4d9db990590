import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import type { Stage } from './stage.svelte.ts';

/** Where a walk stands, in words: `forget gate · t = 2`. */
export function placeText({ stepper: { step }, model }: Stage, language: Language): string {
  const { walk } = languages[language].messages;
  const hasTime = step.t > 0 || model.isOnTime(step.id);
  return [model.named(step.id).name[language], hasTime ? fill(walk.atTimestep, { t: step.t }) : '']
    .filter(Boolean)
    .join(' · ');
}

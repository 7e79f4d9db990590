import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import type { Stage } from './stage.svelte.ts';

/** Where a walk stands, in words: `forget gate · t = 2`. */
export const placeText = (stage: Stage, language: Language): string =>
  [nameText(stage, language), timeText(stage, language)].filter(Boolean).join(' · ');

/** The same for the ear, which wants to know first when: `t = 2, forget gate`. */
export function spokenPlace(stage: Stage, language: Language): string {
  return spoken([timeText(stage, language), nameText(stage, language)], language);
}

/** A step as it is announced. Only what is said of the forward pass does not say by itself at which timestep. */
export function announcement(stage: Stage, sentence: string, language: Language): string {
  const isForward = stage.stepper.step.pass === 'forward';
  return spoken([isForward ? timeText(stage, language) : '', sentence], language);
}

const spoken = (parts: readonly string[], language: Language): string =>
  parts.filter(Boolean).join(languages[language].messages.walk.comma);

const nameText = ({ stepper: { step }, model }: Stage, language: Language): string =>
  model.named(step.id).name[language];

function timeText({ stepper: { step }, model }: Stage, language: Language): string {
  const hasTime = step.t > 0 || model.isOnTime(step.id);
  return hasTime ? fill(languages[language].messages.walk.atTimestep, { t: step.t }) : '';
}

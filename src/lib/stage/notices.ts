/** What has to be said of a step's formula where a reader's edits have changed what it is. */
import { holdsOn } from '#lib/engine/edits.ts';
import { lacksTerm } from '#lib/engine/flow.ts';
import type { Step } from '#lib/engine/steps.ts';
import { leftOutText } from '#lib/formula/edit-words.ts';
import { allEntriesAt } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';

/** What the gradient of this step would come through, if it were not held; empty: nothing is. */
export function heldText(model: NamedRun, step: Step, language: Language): string {
  if (step.pass !== 'backward' || model.run.program.held.length === 0) return '';
  const users = allEntriesAt(model, { ...step, sample: 0 }).flatMap(({ user }) => user ?? []);
  const held = users.filter((user) => holdsOn(model.run.program, user).length > 0);
  if (held.length === 0) return '';
  const names = held.map(({ id, t }) => `${model.named(id).name[language]} (t = ${t})`).join(', ');
  return fill(languages[language].messages.walk.heldStops, { names });
}

/** Why this is not the gradient that it looks like; empty: it is. */
export function lackText(model: NamedRun, step: Step, language: Language): string {
  const words = languages[language].messages.walk;
  if (step.pass === 'forward' || !lacksTerm(model.run.program, step)) return '';
  if (step.pass === 'update') return words.updateLacks;
  return leftOutText(model, step, language) ? words.whyLossFalls : words.madeOfLacking;
}

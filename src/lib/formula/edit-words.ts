/** What an edit does to a model, in words: the term it leaves out, the value it holds. */
import type { Drop, Hold } from '#lib/engine/edits.ts';
import type { Step } from '#lib/engine/steps.ts';
import { fill, languages, type Language } from '#lib/i18n/languages.ts';
import { elementWords } from './element-words.ts';
import { allEntriesAt } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { wayThrough } from './way-through.ts';

/** Named as in folded formulas, unless it stands beside one that is not. */
interface Saying {
  readonly isFolded?: boolean;
}

/** The way that a term of a gradient comes: `via forget gate, t = 2`; without a timestep: at every one. */
export function viaText(
  model: NamedRun,
  { id, t }: { id: string; t?: number },
  language: Language,
  { isFolded = true }: Saying = {},
): string {
  const { walk } = languages[language].messages;
  const name = model.named(wayThrough(model, id, isFolded)).name[language];
  if (t === undefined && model.isOnTime(id)) return fill(walk.viaAlways, { name });
  return fill(t ? walk.viaAt : walk.viaOnce, { name, t: t ?? '' });
}

/** Sentences one after the other, as the language sets them. */
export const sentences = (said: readonly string[], language: Language): string =>
  said.reduce(
    (before, after) =>
      before && after ? fill(languages[language].messages.walk.then, { before, after }) : before + after,
    '',
  );

/** All edits of a run, for who cannot see the drawing; nothing of a run without any. */
export function editsText(model: NamedRun, language: Language, saying?: Saying): string {
  const { walk, visuals } = languages[language].messages;
  const { held, dropped } = model.run.program;
  const parts = [
    { text: visuals.cut, edits: dropped.map((drop) => termText(model, drop, language, saying)) },
    { text: visuals.held, edits: held.map((hold) => holdText(model, hold, language)) },
  ];
  const said = parts.filter(({ edits }) => edits.length);
  return sentences(
    said.map(({ text, edits }) => fill(text, { what: edits.join(walk.semicolon) })),
    language,
  );
}

/** What is left out of the gradient of a step itself; nothing where an edit touches but what it is computed from. */
export function leftOutText(model: NamedRun, { id, t }: Step, language: Language, saying?: Saying): string {
  const users =
    model.isParameter(id) && t === 0
      ? model.run.program.dropped.flatMap(({ value, user, t: at }) => (value === id ? { id: user, t: at } : []))
      : allEntriesAt(model, { id, t, sample: 0 }).flatMap(({ user, dropped }) => (dropped && user) || []);
  return users.map((user) => viaText(model, user, language, saying)).join(languages[language].messages.walk.semicolon);
}

/** Whether the way that a term of a gradient comes through `user` is closed at every timestep, and not at one. */
export const isLeftOutAlways = (model: NamedRun, { id }: Step, user: string): boolean =>
  model.isOnTime(user) &&
  model.run.program.dropped.some((drop) => drop.value === id && drop.user === user && drop.t === undefined);

function termText(model: NamedRun, { value, user, t }: Drop, language: Language, saying?: Saying): string {
  const name = model.named(value).name[language];
  const via = viaText(model, { id: user, t }, language, saying);
  return fill(languages[language].messages.visuals.term, { name, via });
}

function holdText(model: NamedRun, { id, t, index }: Hold, language: Language): string {
  const { walk } = languages[language].messages;
  const time = t === undefined ? [] : [fill(walk.atTimestep, { t })];
  const unit = index === undefined ? [] : [elementWords(model.cell, id, [index + 1], language)];
  return [model.named(id).name[language], ...time, ...unit].join(walk.comma);
}

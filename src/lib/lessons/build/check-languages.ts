/** Whether the languages of a lesson, and its `lesson.yaml`, have the same scenes, questions, goals and numbers. */
import type { Language } from '#lib/i18n/languages.ts';
import type { Conversion, Mention } from './conversion.ts';
import type { LessonYaml } from './lesson-yaml.ts';
import type { Source } from './mistake.ts';
import type { Path } from './yaml-file.ts';

type Versions = ReadonlyMap<Language, Conversion>;

export function checkLanguages(lesson: LessonYaml, versions: Versions): void {
  const { yaml, scenes, questions, goals } = lesson;
  const check = (kind: Mention['kind'], id: string, path: Path): void => {
    if (!isEverywhere(kind, id, versions)) yaml.report(path, `${kind} “${id}” is in no language`);
  };
  for (const { id } of scenes) check('scene', id, yaml.pathOf('scenes', id));
  for (const { id } of questions) check('question', id, yaml.pathOf('questions', id));
  goals.forEach((id, index) => check('goal', id, ['goals', index]));
  for (const version of versions.values()) checkOrder(lesson, version);
  // Where a scene is missing or stands elsewhere, its numbers would be missed one by one.
  if ([yaml.source, ...sourcesOf(versions)].every(({ mistakes }) => mistakes.length === 0)) checkMentions(versions);
}

const sourcesOf = (versions: Versions): Source[] => [...versions.values()].map(({ prose }) => prose.source);

/** False if it is nowhere; what is in one language and not in another is reported where it is. */
function isEverywhere(kind: Mention['kind'], id: string, versions: Versions): boolean {
  const found = new Map(
    [...versions].map(([language, { mentions }]) => [
      language,
      mentions.find((mention) => mention.kind === kind && mention.id === id),
    ]),
  );
  const missing = [...found].flatMap(([language, mention]) => (mention ? [] : [language]));
  if (missing.length === versions.size) return false;
  for (const [language, mention] of found) {
    if (!mention) continue;
    for (const other of missing) {
      versions.get(language)!.report(mention.place, `${kind} “${id}” is not in ${other}.md`);
    }
  }
  return true;
}

/** Scenes stand in the order of `lesson.yaml`, so in the same order in every language. */
function checkOrder({ scenes }: LessonYaml, version: Conversion): void {
  const found = version.mentions.filter(({ kind }) => kind === 'scene');
  const wanted = scenes.map(({ id }) => id).filter((id) => found.some((mention) => mention.id === id));
  const index = found.findIndex(({ id }, k) => id !== wanted[k]);
  if (index < 0) return;
  const { id, place } = found[index];
  version.report(place, `scene “${id}” stands here, but lesson.yaml has “${wanted[index]}” in this place`);
}

/** A number, drawing or heading that one language shows and another does not: the scenes have drifted apart. */
function checkMentions(versions: Versions): void {
  for (const version of versions.values()) {
    for (const [other, { mentions }] of versions) {
      for (const { kind, id, scene, place } of version.mentions) {
        if (kind !== 'number' && kind !== 'visual' && kind !== 'heading') continue;
        if (mentions.some((twin) => twin.kind === kind && twin.id === id && twin.scene === scene)) continue;
        const where = scene === null ? 'outside the scenes' : `in scene “${scene}”`;
        version.report(place, `${kind} ${id} is not shown ${where} of ${other}.md`);
      }
    }
  }
}

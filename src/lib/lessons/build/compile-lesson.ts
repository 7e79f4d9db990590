/** From the texts of a lesson to its documents, one per language, and every mistake in them. Pure: it reads no file. */
import { languages, type Language } from '#lib/i18n/languages.ts';
import type { Block, ContentsEntry, LessonDocument, Scene, Section } from '../document.ts';
import { LessonRuns } from '../lesson-runs.ts';
import { checkAddresses } from './check-addresses.ts';
import { checkLanguages } from './check-languages.ts';
import { Conversion, type Known } from './conversion.ts';
import { convert, type Converted } from './convert.ts';
import { readLessonYaml, type LessonYaml } from './lesson-yaml.ts';
import { mistakeText, Source, type Mistake } from './mistake.ts';
import { Prose } from './prose.ts';
import { standIn } from './stand-in.ts';

/** The texts of a lesson's files; one that is missing is undefined. */
export interface LessonSources {
  /** `lessons/15-lstm-forward`. */
  readonly folder: string;
  readonly yaml: string | undefined;
  readonly prose: Readonly<Record<Language, string | undefined>>;
  /** Names of the other files of its folder. */
  readonly pictures: readonly string[];
}

export interface CompiledLesson {
  /** While there are mistakes, the documents show them. */
  readonly documents: Readonly<Record<Language, LessonDocument>>;
  readonly mistakes: readonly Mistake[];
}

const names = Object.keys(languages) as Language[];

/** The number and the slug in the name of a lesson's folder. */
export function lessonName(folder: string): { readonly number: number; readonly slug: string } | undefined {
  const [, number, slug] = /(?:^|\/)(\d+)-([a-z0-9-]+)$/.exec(folder) ?? [];
  return slug === undefined ? undefined : { number: Number(number), slug };
}

export function compileLesson(sources: LessonSources, known: Known): CompiledLesson {
  const yamlSource = sourceOf(sources.folder, 'lesson.yaml', sources.yaml);
  const lesson = readLessonYaml(yamlSource, known.lessons);
  const runs = new LessonRuns(lesson);
  checkAddresses(lesson, runs);
  const versions = new Map<Language, Conversion>();
  const converted = new Map<Language, Converted>();
  for (const language of names) {
    const prose = new Prose(sourceOf(sources.folder, `${language}.md`, sources.prose[language]));
    const work = new Conversion(prose, language, { yaml: lesson, runs, known, pictures: sources.pictures });
    const unreadable = [...prose.source.mistakes];
    versions.set(language, work);
    converted.set(language, convert(work));
    // Where a file is missing, or a container has no end, whatever follows looks wrong: that alone is worth reading.
    if (unreadable.length > 0) prose.source.mistakes.splice(0, Infinity, ...unreadable);
  }
  const mistakes = mistakesIn(yamlSource, lesson, versions);
  const data = mistakes.length > 0 ? standing(dataOf(lesson)) : dataOf(lesson);
  const shared = { ...lessonName(sources.folder)!, title: titlesOf(converted), ...data };
  const documentOf = (language: Language): LessonDocument => {
    const { sections, footnotes } = converted.get(language)!;
    const { contents } = versions.get(language)!;
    return {
      ...shared,
      language,
      scenes: data.scenes.map((scene) => ({ ...scene, ...titleOf(scene, sections, contents) })),
      sections: withMistakes(sections, versions.get(language)!, mistakes),
      footnotes,
      contents,
    };
  };
  const documents = Object.fromEntries(names.map((language) => [language, documentOf(language)]));
  return { documents: documents as Record<Language, LessonDocument>, mistakes };
}

/**
 * What is worth reading: a mistake in `lesson.yaml` makes half the prose look wrong, and one in the prose makes the
 * languages differ.
 */
function mistakesIn(yaml: Source, lesson: LessonYaml, versions: ReadonlyMap<Language, Conversion>): Mistake[] {
  if (yaml.mistakes.length > 0) return inOrder([yaml]);
  const prose = [...versions.values()].map((version) => version.prose.source);
  if (inOrder(prose).length === 0) checkLanguages(lesson, versions);
  return inOrder([yaml, ...prose]);
}

const inOrder = (sources: readonly Source[]): Mistake[] =>
  sources.flatMap(({ mistakes }) => mistakes.toSorted((a, b) => a.line - b.line || a.column - b.column));

const titlesOf = (converted: ReadonlyMap<Language, Converted>): Record<Language, string> =>
  Object.fromEntries([...converted].map(([language, { title }]) => [language, title])) as Record<Language, string>;

/** The first heading that its words have, without markup. */
function titleOf(
  { id }: Scene,
  sections: readonly Section[],
  contents: readonly ContentsEntry[],
): Pick<Scene, 'title'> {
  const blocks = sections.find(({ scene }) => scene === id)?.blocks;
  const heading = blocks?.find((block) => block.type === 'heading');
  const entry = contents.find((each) => each.id === heading?.id);
  return entry ? { title: entry.title } : {};
}

function sourceOf(folder: string, name: string, text: string | undefined): Source {
  const source = new Source(`${folder}/${name}`, text ?? '');
  if (text === undefined) source.report({ line: 1, column: 1 }, 'this file is missing');
  return source;
}

function dataOf({ minutes, needs, model, rate, settings, scenes, questions }: LessonYaml) {
  const byId = Object.fromEntries(questions.map((question) => [question.id, question]));
  return { minutes, needs, ...(model && { model }), rate, settings, scenes, questions: byId };
}

/** What a page needs to open, where the lesson's own could not be read. */
const standing = <Data extends Pick<LessonDocument, 'model' | 'scenes'>>(data: Data): Data => ({
  ...data,
  model: data.model ?? standIn.model,
  scenes: data.scenes.length > 0 ? data.scenes : standIn.scenes,
});

/** Each mistake before the block it stands in; those of other files, or between blocks, at the top. */
function withMistakes(
  sections: readonly Section[],
  { lines, prose }: Conversion,
  mistakes: readonly Mistake[],
): readonly Section[] {
  const rest = new Set(mistakes);
  const take = (isHere: (mistake: Mistake) => boolean): Block[] => {
    const here = [...rest].filter(isHere);
    here.forEach((mistake) => rest.delete(mistake));
    return here.map((mistake) => ({ type: 'mistake', text: mistakeText(mistake) }));
  };
  const blocksWith = (blocks: readonly Block[]): Block[] =>
    blocks.flatMap((block) => {
      const [first, last] = lines.get(block) ?? [0, 0];
      const here = take(({ file, line }) => file === prose.source.file && line >= first && line <= last);
      return block.type === 'mistake' ? here : [...here, block];
    });
  const placed: Section[] = sections.map(({ scene, blocks }) => ({ scene, blocks: blocksWith(blocks) }));
  const top = take(() => true);
  return top.length ? [{ scene: null, blocks: top }, ...placed] : placed;
}

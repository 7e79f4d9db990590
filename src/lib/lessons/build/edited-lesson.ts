/** For tests: a lesson that has no mistakes, with edits that make some. */
import { compileLesson, type CompiledLesson, type LessonSources } from './compile-lesson.ts';
import { readSources } from './lesson-folder.ts';
import { mistakeText } from './mistake.ts';

const folder = 'lessons/15-first-symbol';
const { yaml, prose } = readSources('src/lib/lessons/build/fixtures', 'input/15-first-symbol');
const known = { lessons: ['first-symbol', 'looking-back'], visuals: ['strip', 'cell'] };

/** What is to be replaced must be there. */
export type Edit = readonly [file: 'lesson.yaml' | 'en.md' | 'zh.md', from: string, to: string];

export function compileEdited(...edits: readonly Edit[]): CompiledLesson {
  const edited = (file: string, text: string): string => edits.filter(([name]) => name === file).reduce(apply, text);
  const sources: LessonSources = {
    folder,
    yaml: edited('lesson.yaml', yaml!),
    prose: { en: edited('en.md', prose.en!), zh: edited('zh.md', prose.zh!) },
    pictures: ['door.svg'],
  };
  return compileLesson(sources, known);
}

/** The mistake made, by edits of the lesson in fixtures/input/15-first-symbol, and the first line of each message. */
export type FaultyLesson = readonly [what: string, edits: readonly Edit[], messages: readonly string[]];

/** All that is said, without the name of the folder. */
export const mistakesAfter = (...edits: readonly Edit[]): string[] =>
  compileEdited(...edits).mistakes.map((mistake) => mistakeText(mistake).replaceAll(`${folder}/`, ''));

function apply(text: string, [, from, to]: Edit): string {
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  return text.replace(from, () => to);
}

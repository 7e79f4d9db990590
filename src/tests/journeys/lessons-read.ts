import { compileLesson, lessonName } from '#lib/lessons/build/compile-lesson.ts';
import { lessonFolders, readSources } from '#lib/lessons/build/lesson-folder.ts';
import { visualNames } from '#lib/lessons/build/visual-names.ts';
import { LessonRuns } from '#lib/lessons/lesson-runs.ts';
import type { LessonDocument } from '#lib/lessons/document.ts';

/** Every lesson of a folder that has numbers, read from its files and computed here, beside the site that is looked at. */
export function lessonsRead(
  lessons = 'lessons',
): { document: LessonDocument; inChinese: LessonDocument; runs: LessonRuns }[] {
  const folders = lessonFolders('.', lessons);
  const known = { lessons: folders.map((folder) => lessonName(folder)!.slug), visuals: visualNames };
  return folders
    .map((folder) => compileLesson(readSources('.', `${lessons}/${folder}`), known).documents)
    .filter(({ en: { model } }) => model)
    .map(({ en, zh }) => ({ document: en, inChinese: zh, runs: new LessonRuns(en) }));
}

import { expect, test } from 'vitest';
import { compileLesson, lessonName } from './compile-lesson.ts';
import { lessonFolders, readSources } from './lesson-folder.ts';
import { mistakeText } from './mistake.ts';
import { visualNames } from './visual-names.ts';

test('no lesson has a mistake', () => {
  const folders = lessonFolders('.', 'lessons');
  const known = { lessons: folders.map((folder) => lessonName(folder)!.slug), visuals: visualNames };
  const lessons = folders.map((folder) => compileLesson(readSources('.', `lessons/${folder}`), known));
  expect(lessons.flatMap(({ mistakes }) => mistakes.map(mistakeText))).toEqual([]);
}, 60_000);

test('no two lessons have the same number or the same slug', () => {
  const names = lessonFolders('.', 'lessons').map((folder) => lessonName(folder)!);
  expect(new Set(names.map(({ number }) => number)).size).toBe(names.length);
  expect(new Set(names.map(({ slug }) => slug)).size).toBe(names.length);
});

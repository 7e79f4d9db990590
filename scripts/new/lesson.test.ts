import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileLesson, lessonName } from '#lib/lessons/build/compile-lesson.ts';
import { lessonFolders, readSources } from '#lib/lessons/build/lesson-folder.ts';
import { mistakeText } from '#lib/lessons/build/mistake.ts';
import { visualNames } from '#lib/lessons/build/visual-names.ts';
import { LessonRuns } from '#lib/lessons/lesson-runs.ts';
import { Stage } from '#lib/stage/stage.svelte.ts';
import { newLesson } from './lesson.ts';

const lessons = 'test-results/new-lessons';

beforeEach(() => void mkdirSync(lessons, { recursive: true }));
afterEach(() => rmSync(lessons, { recursive: true }));

const compiled = (folder: string) =>
  compileLesson(readSources('.', `${lessons}/${folder}`), { lessons: ['forget-gate'], visuals: visualNames });

test('a new lesson has no mistake, and a title in both languages', () => {
  newLesson('12-forget-gate', lessons);
  const { documents, mistakes } = compiled('12-forget-gate');
  expect(mistakes.map(mistakeText)).toEqual([]);
  expect(documents.en).toMatchObject({ number: 12, slug: 'forget-gate', title: { en: /\w/, zh: /\p{Script=Han}/u } });
});

test('a new lesson has a question of each kind', () => {
  newLesson('12-forget-gate', lessons);
  const questions = Object.values(compiled('12-forget-gate').documents.en.questions);
  expect(questions.map(({ kind }) => kind)).toEqual(['choice', 'number']);
});

test('the stage goes to every scene of a new lesson', () => {
  newLesson('12-forget-gate', lessons);
  const { en } = compiled('12-forget-gate').documents;
  const stage = new Stage(new LessonRuns(en).base, en.scenes[0]);
  for (const scene of en.scenes) {
    stage.show(scene);
    expect(stage.state).toMatchObject({ at: scene.at, zoom: scene.zoom });
  }
});

test('a number of one figure is written with two, so that folders stand in order', () => {
  newLesson('3-matrices', lessons);
  expect(lessonFolders('.', lessons)).toEqual(['03-matrices']);
  expect(lessonName('03-matrices')).toEqual({ number: 3, slug: 'matrices' });
});

test.each([
  ['forget-gate', 'its number in the course, a hyphen and its slug, such as 12-forget-gate'],
  ['12', 'its number in the course'],
  ['12-Forget-Gate', 'small letters and hyphens'],
  ['12-../up', 'small letters and hyphens'],
  ['12-gallery', 'gallery is the address of a page already'],
  ['12-first', '01-first has the slug first already'],
  ['1-second', '01-first has the number 1 already'],
  ['01-first', '01-first has the slug first already'],
])('%s is refused before anything is written', (name, reason) => {
  newLesson('01-first', lessons);
  expect(() => newLesson(name, lessons)).toThrow(reason);
  expect(readdirSync(lessons)).toEqual(['01-first']);
});

import { expect, test } from 'vitest';
import { languages, type Language } from '#lib/i18n/languages.ts';
import { compileLesson, lessonName } from './compile-lesson.ts';
import { lessonFolders, readSources } from './lesson-folder.ts';
import { mistakeText } from './mistake.ts';

// Golden tests: fixtures/input holds lessons, fixtures/output the documents that they must become. After a change that
// is meant, `npx vitest run --project unit -u` writes the documents anew; read their difference before you commit it.

const root = 'src/lib/lessons/build/fixtures';
const folders = lessonFolders(root, 'input');
const known = { lessons: folders.map((folder) => lessonName(folder)!.slug), visuals: ['strip'] };

test.each(folders)('%s', async (folder) => {
  const { documents, mistakes } = compileLesson(readSources(root, `input/${folder}`), known);
  expect(mistakes.map(mistakeText)).toEqual([]);
  for (const language of Object.keys(languages) as Language[]) {
    const json = `${JSON.stringify(documents[language], null, 1)}\n`;
    await expect(json).toMatchFileSnapshot(`fixtures/output/${folder}.${language}.json`);
  }
});

test.each(['yaml', 'en', 'zh'] as const)('of a file that is missing, nothing else is said: %s', (file) => {
  const { prose, ...sources } = readSources(root, 'input/16-looking-back');
  const rest = file === 'yaml' ? { prose, yaml: undefined } : { prose: { ...prose, [file]: undefined } };
  const { mistakes } = compileLesson({ ...sources, ...rest }, known);
  const name = file === 'yaml' ? 'lesson.yaml' : `${file}.md`;
  expect(mistakes.map(({ file: path, message }) => [path, message])).toEqual([
    [`input/16-looking-back/${name}`, 'this file is missing'],
  ]);
});

/** The folder of lessons: which there are, and the texts of each. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '#lib/i18n/languages.ts';
import { lessonName, type LessonSources } from './compile-lesson.ts';

/** Names of the folders of lessons, in their order. */
export function lessonFolders(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() && lessonName(entry.name))
    .map(({ name }) => name)
    .sort(byNumber);
}

const byNumber = (a: string, b: string): number => lessonName(a)!.number - lessonName(b)!.number || (a < b ? -1 : 1);

export const fileNames = ['lesson.yaml', ...Object.keys(languages).map((language) => `${language}.md`)];

/** @param folder from the root: `lessons/15-lstm-forward` */
export function readSources(root: string, folder: string): LessonSources {
  const files = readdirSync(join(root, folder));
  const read = (name: string): string | undefined =>
    files.includes(name) ? readFileSync(join(root, folder, name), 'utf8') : undefined;
  const prose = Object.fromEntries(Object.keys(languages).map((language) => [language, read(`${language}.md`)]));
  const pictures = files.filter((name) => !fileNames.includes(name));
  return { folder, yaml: read('lesson.yaml'), prose: prose as Record<Language, string | undefined>, pictures };
}

import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { lessonName } from '../../src/lib/lessons/build/compile-lesson.ts';
import { lessonFolders } from '../../src/lib/lessons/build/lesson-folder.ts';
import { checkName } from './name.ts';

/** A lesson and a page with the same address would hide each other. */
const pages = 'src/routes/[lang=language]';
const example = '12-forget-gate';

/**
 * Writes a lesson's folder, from the one in `scripts/new/lesson/`.
 * @param name number and slug: `12-forget-gate`
 * @param lessons the folder of the lessons
 * @returns what to do next
 * @throws if the name is not one, or its number or its slug is taken
 */
export function newLesson(name: string, lessons = 'lessons'): string {
  const { number, slug } = readName(name);
  for (const other of lessonFolders('.', lessons)) {
    const taken = lessonName(other)!;
    if (taken.slug === slug) throw new Error(`${join(lessons, other)} has the slug ${slug} already`);
    if (taken.number === number) throw new Error(`${join(lessons, other)} has the number ${number} already`);
  }
  if (existsSync(join(pages, slug))) throw new Error(`${slug} is the address of a page already`);
  const folder = join(lessons, `${String(number).padStart(2, '0')}-${slug}`);
  if (existsSync(folder)) throw new Error(`${folder} is there already`);
  cpSync(join(import.meta.dirname, 'lesson'), folder, { recursive: true });
  return `${folder} is lesson ${number}. See it with npm run dev at /en/${slug} and /zh/${slug}. Put your model and scenes into lesson.yaml, your words into en.md and zh.md, then npm test.`;
}

function readName(name: string): { readonly number: number; readonly slug: string } {
  const [, number, slug] = /^(\d{1,2})-(.*)$/.exec(name) ?? [];
  if (slug === undefined) {
    throw new Error(`${name}: a lesson's name is its number in the course, a hyphen and its slug, such as ${example}`);
  }
  checkName(slug, 'lesson', example);
  return { number: Number(number), slug };
}

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LessonOnStage, LessonSummary, LessonText } from '../document.ts';
import { lessons } from './plugin.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'gatewalk-lessons-'));
  cpSync('src/lib/lessons/build/fixtures/input', join(root, 'lessons'), { recursive: true });
  writeFileSync(join(root, 'lessons/15-first-symbol/door.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(
    join(root, 'entry.js'),
    `import lesson from '/lessons/15-first-symbol/zh.md';
     import text from '/lessons/15-first-symbol/zh.md?text';
     import list from 'virtual:lessons';
     export { lesson, text, list };`,
  );
});
afterAll(() => rmSync(root, { recursive: true }));

async function bundle(): Promise<string> {
  const lib = { entry: 'entry.js', formats: ['es' as const], fileName: 'entry' };
  const options = { root, configFile: false, logLevel: 'silent', build: { write: false, lib } } as const;
  const outputs = (await build({
    ...options,
    plugins: [lessons({ visuals: ['strip'] })],
  })) as Rolldown.RolldownOutput[];
  return outputs[0].output[0].code;
}

function edit(file: string, from: string, to: string): void {
  const path = join(root, 'lessons', file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

test('what the stage needs of a lesson is a module, and so are its words and the list of lessons', async () => {
  const code = await bundle();
  const url = `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
  const { lesson, text, list } = (await import(/* @vite-ignore */ url)) as {
    lesson: LessonOnStage;
    text: LessonText;
    list: LessonSummary[];
  };
  expect(lesson.title.zh).toBe('第一个符号');
  expect(lesson).not.toHaveProperty('sections');
  expect(text.sections.length).toBeGreaterThan(2);
  expect(text).not.toHaveProperty('model');
  expect(list.map(({ slug }) => slug)).toEqual(['first-symbol', 'looking-back']);
  expect(code).not.toContain('micromark');
});

test('a picture becomes an import, so that the bundler finds it', async () => {
  for (const file of ['en.md', 'zh.md'])
    edit(`15-first-symbol/${file}`, '\n:::summary', '\n![x](door.svg)\n\n:::summary');
  expect(await bundle()).toContain('data:image/svg+xml');
});

test('an author’s mistake ends a build', async () => {
  edit('15-first-symbol/en.md', 'name=strip', 'name=stripp');
  await expect(bundle()).rejects.toThrow(
    'lessons/15-first-symbol/en.md:26:15: unknown visual “stripp” (nearest: strip)',
  );
});

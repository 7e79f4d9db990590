/**
 * `import lesson from '/lessons/15-lstm-forward/en.md'` gives what the stage needs of the lesson document, the same with
 * `?text` its words, `import lessons from 'virtual:lessons'` the list of all lessons. An author's mistake ends a build or a test; while developing it is shown
 * in the page.
 */
import { join } from 'node:path';
import { normalizePath, type Plugin } from 'vite';
import type { Language } from '#lib/i18n/languages.ts';
import type { LessonSummary } from '../document.ts';
import { compileLesson, lessonName, type CompiledLesson } from './compile-lesson.ts';
import { lessonFolders, fileNames, readSources } from './lesson-folder.ts';
import { mistakeText } from './mistake.ts';
import { halvesOf, moduleOf } from './module.ts';
import { visualNames } from './visual-names.ts';

const listId = 'virtual:lessons';
const resolvedListId = `\0${listId}`;

export interface LessonsOptions {
  /** From the project's folder. */
  readonly folder?: string;
  readonly visuals?: readonly string[];
}

export function lessons({ folder = 'lessons', visuals = visualNames }: LessonsOptions = {}): Plugin {
  let root = process.cwd();
  let isForgiving = false;
  /** The last result for each lesson: every language asks for it, and so does the list. */
  const known = new Map<string, { readonly texts: string; readonly compiled: CompiledLesson }>();
  const compile = (name: string): CompiledLesson => {
    const slugs = lessonFolders(root, folder).map((each) => lessonName(each)!.slug);
    const sources = readSources(root, `${folder}/${name}`);
    const texts = JSON.stringify([sources, slugs]);
    const last = known.get(name);
    if (last?.texts === texts) return last.compiled;
    const compiled = compileLesson(sources, { lessons: slugs, visuals });
    known.set(name, { texts, compiled });
    return compiled;
  };
  /** The folder, the language and which half, if a module is a lesson's. */
  const lessonOf = (id: string): { name: string; language: Language; half: 'stage' | 'text' } | undefined => {
    const start = `${normalizePath(join(root, folder))}/`;
    if (!id.startsWith(start)) return undefined;
    const [, name, language, query] = /^([^/]+)\/(\w+)\.md(\?text)?$/.exec(id.slice(start.length)) ?? [];
    if (!fileNames.includes(`${language}.md`)) return undefined;
    return { name, language: language as Language, half: query ? 'text' : 'stage' };
  };

  return {
    name: 'gatewalk-lessons',
    configResolved(config) {
      root = config.root;
      isForgiving = config.command === 'serve' && config.mode !== 'test';
    },
    resolveId: (id) => (id === listId ? resolvedListId : undefined),
    load(id) {
      if (id !== resolvedListId) return undefined;
      const names = lessonFolders(root, folder);
      for (const name of names) for (const file of fileNames) this.addWatchFile(join(root, folder, name, file));
      return `export default ${JSON.stringify(names.map((name) => summaryOf(compile(name))))};`;
    },
    transform(_, id) {
      const lesson = lessonOf(id);
      if (!lesson) return undefined;
      for (const file of fileNames) this.addWatchFile(join(root, folder, lesson.name, file));
      const { documents, mistakes } = compile(lesson.name);
      if (mistakes.length > 0) {
        const text = mistakes.map(mistakeText).join('\n\n');
        if (!isForgiving) this.error(text);
        this.warn(text);
      }
      return { code: moduleOf(halvesOf(documents[lesson.language])[lesson.half]), map: null };
    },
    configureServer({ watcher, moduleGraph, ws }) {
      // A new lesson or picture, or one that is gone, is in nobody's imports yet.
      watcher.on('all', (event, path) => {
        if (!event.startsWith('add') && !event.startsWith('unlink')) return;
        if (!normalizePath(path).startsWith(`${normalizePath(join(root, folder))}/`)) return;
        for (const [id, module] of moduleGraph.idToModuleMap) {
          if (id === resolvedListId || lessonOf(id)) moduleGraph.invalidateModule(module);
        }
        ws.send({ type: 'full-reload' });
      });
    },
  };
}

function summaryOf({ documents: { en } }: CompiledLesson): LessonSummary {
  const { slug, number, minutes, needs, title, model, scenes } = en;
  return { slug, number, minutes, needs, title, model, cover: scenes[Math.floor(scenes.length / 2)].at };
}

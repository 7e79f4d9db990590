import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';

/** KB of gzipped script that a page may need before its first step works, and what we aim at. */
export const scriptBudget = { most: 130, aim: 100 };

/** The paths of all prerendered pages of a build, relative to its home and ending in a slash: `''`, `en/`, … */
export function prerenderedPages(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)index\.html$/.test(file))
    .map((file) => file.slice(0, -'index.html'.length))
    .sort();
}

/** The script files of a built site that a page loads by itself: those it names, and all that they import. */
export function pageScripts(folder: string, page: string): string[] {
  const html = readFileSync(posix.join(folder, page, 'index.html'), 'utf8');
  const named = [...html.matchAll(/<link href="([^"]+)" rel="modulepreload">|<script src="([^"]+)"/g)];
  const waiting = named.map(([, preloaded, script]) => posix.join(folder, page, preloaded ?? script));
  const found = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...importsOf(file));
  }
  return [...found].sort();
}

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g)].map(([, path]) =>
    posix.join(posix.dirname(file), path),
  );

/** KB as a server sends them. */
export const gzippedSize = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0) / 1024;

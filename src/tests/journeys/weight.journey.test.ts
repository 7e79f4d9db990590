import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { gzippedSize, pageScripts, prerenderedPages, scriptBudget } from '../../../scripts/built-pages.ts';

/** A sentence of KaTeX's that no minifier can change. */
const katexSays = 'KaTeX parse error: ';

test('KaTeX would be recognised', () => {
  expect(readFileSync('node_modules/katex/dist/katex.mjs', 'utf8')).toContain(katexSays);
});

test('no page brings KaTeX along: everything is typeset when the site is built', () => {
  const files = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|html)$/.test(file));
  expect(files.filter((file) => readFileSync(`build/${file}`, 'utf8').includes(katexSays))).toEqual([]);
});

test.each(prerenderedPages('build'))('/%s needs little script before it works', (page) => {
  const scripts = pageScripts('build', page);
  expect(scripts.length).toBeGreaterThan(2);
  expect(gzippedSize(scripts)).toBeLessThan(scriptBudget.most);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fetchedBeforeFirstStep } from '../../../scripts/first-step.ts';
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

const pages = prerenderedPages('build');

test.each(pages)('/%s brings little script along', (page) => {
  const scripts = pageScripts('build', page);
  expect(scripts.length).toBeGreaterThan(2);
  expect(gzippedSize(scripts)).toBeLessThan(scriptBudget.most);
});

test.each(pages.filter((page) => page.includes('/lstm-')))(
  '/%s has fetched little before its first step works: script, words and data',
  async (page) => {
    const files = await fetchedBeforeFirstStep('build', page);
    expect(files.length).toBeGreaterThan(pageScripts('build', page).length);
    expect(gzippedSize(files)).toBeLessThan(scriptBudget.most);
    expect(files.filter((file) => readFileSync(file, 'utf8').includes('footnotes:['))).toEqual([]);
  },
);

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { prerenderedPages } from '../../../scripts/built-pages.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

// Light and dark take turns, so that one visit of each page sees both.
const pages = prerenderedPages('build').map((path, index) => ({ path, theme: index % 2 ? 'dark' : 'light' }));

test.each(pages)('axe finds nothing to object to on /$path in $theme', async ({ path, theme }) => {
  const { page, faults, close } = await visit(browser, inject('site'), path);
  await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
  // Evaluated, not added as a script: the page's policy allows no script but its own.
  await page.evaluate(axe);
  const violations = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe
      .run()
      .then((result) => result.violations),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test('at 320 px nothing but formulas and tables scrolls sideways', async () => {
  for (const path of prerenderedPages('build')) {
    const { page, close } = await visit(browser, inject('site'), path);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await close();
  }
});

test('the language stands on the page, with scripts or without', async () => {
  for (const [path, lang] of [
    ['en/lstm-forward/', 'en'],
    ['zh/lstm-forward/', 'zh-Hans'],
  ]) {
    expect(readFileSync(`build/${path}index.html`, 'utf8')).toContain(`<html lang="${lang}"`);
    const { page, close } = await visit(browser, inject('site'), path);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    await close();
  }
});

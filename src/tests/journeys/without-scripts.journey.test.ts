import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages, loadLanguage, type Language } from '#lib/i18n/languages.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const javaScriptEnabled = false;

/** What is seen only without scripts. */
const notes = (page: Page): Promise<string[]> => page.locator('noscript p:visible').allTextContents();

const sizes = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
const lessons = (Object.keys(languages) as Language[]).flatMap((language) =>
  sizes.map((viewport) => ({ language, viewport, ...viewport })),
);

test.each(lessons)('a lesson is there in $language at $width px, drawn, without dead controls', async (each) => {
  const { language, viewport } = each;
  const { page, close } = await visit(browser, inject('site'), `${language}/lstm-forward/`, {
    viewport,
    javaScriptEnabled,
  });
  await loadLanguage(language);
  const { messages } = languages[language];
  expect(await page.locator('button:visible, select:visible, input:visible').count()).toBe(0);
  expect(await notes(page)).toContain(messages.lesson.noScript);
  expect(await notes(page)).toContain(messages.question.noScript);
  expect(await page.locator('.stage .chip:visible').count()).toBeGreaterThan(1);
  const paints = await page
    .locator('.stage .bar:visible')
    .evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
  expect(paints.length).toBeGreaterThan(1);
  expect(paints).not.toContain('rgb(0, 0, 0)');
  expect(await page.locator('.stage .formula .katex:visible').count()).toBeGreaterThan(0);
  expect(await page.locator('.prose [data-value]:visible').count()).toBeGreaterThan(20);

  await page.locator('noscript > details > summary').click();
  expect(await page.locator('noscript table:visible [data-address]').count()).toBeGreaterThan(20);
  await close();
});

test.each(['site', 'siteInFolder'] as const)('the %s says in both languages that a page is missing', async (home) => {
  const { page, close } = await visit(browser, inject(home), 'no/such/page', { javaScriptEnabled });
  expect(await page.title()).toBe('Gatewalk');
  for (const { lang, missing } of Object.values(languages)) {
    const words = page.locator(`p[lang="${lang}"]`);
    expect(await words.textContent()).toContain(missing.title);
    expect(await words.getByRole('link').evaluate((link) => (link as HTMLAnchorElement).href)).toContain(inject(home));
  }
  await close();
});

test('the single file says that it needs scripts', async () => {
  const { page, close } = await visit(browser, inject('singleFile'), '', { javaScriptEnabled });
  expect(await notes(page)).toEqual(Object.values(languages).map(({ missing }) => missing.needsScripts));
  await close();
});

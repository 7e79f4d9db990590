import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { zh } from '#lib/i18n/zh.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

test.each([
  { path: 'en/lstm-forward/', words: en.stage },
  { path: 'zh/lstm-backward/', words: zh.stage },
])('without a connection /$path says what could not be loaded, and with one it comes', async ({ path, words }) => {
  const { page, faults, close } = await visit(browser, inject('site'), path, {
    viewport: { width: 1280, height: 720 },
  });
  expect(faults).toEqual([]);
  const choose = (view: string) => page.getByRole('combobox', { name: words.view, exact: true }).selectOption(view);
  const notice = page.locator('.stage .notice', { hasText: words.notLoaded });
  const help = page.getByRole('button', { name: words.help, exact: true });

  // Once it can be chosen from, the page has all that it needs.
  await choose('drawing');
  await page.context().setOffline(true);
  for (const view of ['check', 'change', 'code']) {
    await choose(view);
    await notice.waitFor();
    await choose('drawing');
    await notice.waitFor({ state: 'detached' });
  }
  // A notation whose symbols cannot be had is not the one chosen.
  const notation = page.locator('.notation select');
  await notation.selectOption('keras');
  await expect.poll(() => notation.inputValue()).toBe('course');
  await help.click();
  await notice.waitFor();
  expect(faults.filter((fault) => fault.startsWith('uncaught'))).toEqual([]);

  await page.context().setOffline(false);
  await help.click();
  await page.getByRole('dialog').getByRole('button').click();
  for (const [view, part] of Object.entries({ check: 'section', change: 'figure', code: 'pre' })) {
    await choose(view);
    await page.locator(`.view.${view} ${part}`).first().waitFor();
  }
  expect(await notice.count()).toBe(0);
  expect(faults.filter((fault) => fault.startsWith('uncaught'))).toEqual([]);
  await close();
});

test('without its text as data a lesson can be read beside a stage that works, and its words wake when there is a connection', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  const isText = /footnotes:\[/;
  await page.route('**/*.js', async (route) => {
    const response = await route.fetch();
    await (isText.test(await response.text()) ? route.abort() : route.fulfill({ response }));
  });
  await page.goto(`${inject('site')}en/lstm-forward/`);
  const place = page.locator('.place');
  const before = await place.textContent();
  await page.getByRole('button', { name: en.walk.next, exact: true }).click();
  await expect.poll(() => place.textContent()).not.toBe(before);
  await page.locator('.prose .notice', { hasText: en.stage.notLoaded }).waitFor();
  await page.locator('h2').nth(2).waitFor();

  await page.unroute('**/*.js');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  const number = page.locator('article [data-address]').first();
  await number.hover();
  await expect.poll(() => number.getAttribute('title')).toMatch(/\d/);
  expect(await page.locator('.prose .notice').count()).toBe(0);
  await context.close();
});

import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const places = [
  { where: 'the site', home: inject('site'), path: 'en/lstm-forward/' },
  { where: 'the site in a folder', home: inject('siteInFolder'), path: 'en/lstm-forward/' },
  { where: 'the single file', home: inject('singleFile'), path: '#/en/lstm-forward' },
];

test.each(places)('in $where a walk goes on and comes back', async ({ home, path }) => {
  const { page, faults, close } = await visit(browser, home, path);
  const place = page.locator('.place');
  const start = await place.textContent();

  await page.getByRole('button', { name: en.walk.next, exact: true }).click();
  expect(await place.textContent()).not.toBe(start);
  await page.getByRole('button', { name: en.walk.previous, exact: true }).click();
  expect(await place.textContent()).toBe(start);

  expect(faults).toEqual([]);
  await close();
});

import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { prerenderedPages } from '../../../scripts/built-pages.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const homes = [
  { where: 'at the root of a server', home: inject('site'), folder: 'build' },
  { where: 'in a folder of a server', home: inject('siteInFolder'), folder: 'build-in-folder' },
];

describe.each(homes)('the site $where', ({ home, folder }) => {
  test.each(prerenderedPages(folder))('opens /%s silently, within its policy and on its own', async (path) => {
    const { page, faults, close } = await visit(browser, home, path);
    const policy = page.locator('meta[http-equiv="content-security-policy"]');
    expect(await policy.getAttribute('content')).toContain("default-src 'self'");
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(faults).toEqual([]);
    await close();
  });

  test('shows a page of its own for an unknown address', async () => {
    const { page, faults, close } = await visit(browser, home, 'no/such/page');
    await page.getByText('404').waitFor();
    const unexpected = faults.filter((fault) => !/status of 404|answered with 404/.test(fault));
    expect(unexpected).toEqual([]);
    await close();
  });
});

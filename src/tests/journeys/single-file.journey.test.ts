import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { languages } from '#lib/i18n/languages.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

test('the single file opens from a disk, silently, within its policy and on its own', async () => {
  const { page, faults, close } = await visit(browser, inject('singleFile'));
  const policy = page.locator('meta[http-equiv="content-security-policy"]');
  expect(await policy.getAttribute('content')).toContain("default-src 'self'");
  // boot.js has run, so the hash that allows it is right.
  expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  expect(faults).toEqual([]);
  await close();
});

test('every link of the single file leads to another page in it', async () => {
  const { page, faults, close } = await visit(browser, inject('singleFile'));
  const seen = new Set<string>();
  const waiting = [page.url()];

  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    await page.goto(address);
    await page.locator('h1').waitFor();
    waiting.push(
      // Links within a page are the page's own affair.
      ...(await page
        .locator('a:not([href^="#"]), a[href^="#/"]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))),
    );
  }

  expect([...seen].filter((address) => !address.startsWith(inject('singleFile')))).toEqual([]);
  expect(seen.size).toBeGreaterThan(1);
  expect(faults).toEqual([]);
  await close();
});

test.each(['50%', '%zz', '%E0%A4%A'])(
  'a link with %s in it, which is no text, opens the page all the same',
  async (broken) => {
    const { page, faults, close } = await visit(browser, inject('singleFile'), `#/en/lstm-forward?at=${broken}`);
    await page.getByRole('slider').waitFor();
    expect(faults).toEqual([]);
    await close();
  },
);

test.each(['#/no/such/page', '#/en/no-such-lesson', '#/xx'])(
  '%s, which the single file does not know, shows the page for it',
  async (address) => {
    const { page, faults, close } = await visit(browser, inject('singleFile'), address);
    await page.getByText('404').waitFor();
    for (const { missing } of Object.values(languages)) await page.getByText(missing.title).waitFor();
    expect(faults).toEqual([]);
    await close();
  },
);

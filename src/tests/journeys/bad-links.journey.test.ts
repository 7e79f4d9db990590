import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { nastyQueries } from '../bad-links.ts';
import { awake, launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

test.each([
  { wrong: 'zoom=nonsense', where: 'the site', home: inject('site'), path: 'en/lstm-backward/' },
  { wrong: 'colour=red', where: 'the single file', home: inject('singleFile'), path: '#/en/lstm-backward' },
])('in $where a link with $wrong in it opens at the text that its good parts belong to', async (each) => {
  const open = async (link: string) => {
    const { page, faults, close } = await visit(browser, each.home, each.path + link);
    const found = {
      scroll: await page.evaluate(() => scrollY),
      place: await page.locator('.place').textContent(),
      notices: await page.locator('.stage > .notice').allTextContents(),
    };
    expect(faults).toEqual([]);
    await close();
    return found;
  };
  const right = await open('?at=backward:cell.state@2');
  expect(right.scroll).toBeGreaterThan(200);
  const { notices, ...shown } = await open(`?at=backward:cell.state@2&${each.wrong}`);
  expect({ ...shown, notices: [] }).toEqual(right);
  expect(notices.join()).toContain(each.wrong);
});

/** What asks for nothing that there is not, only for numbers that grow beyond all numbers. */
const isHarmless = (query: string): boolean => /1e308;U|1e308&|1e300/.test(query);

// One module reads the link in both; the single file is tried with every third, where it stands behind the #.
test.each([
  { where: 'the site', home: inject('site'), path: 'en/lstm-forward/', queries: nastyQueries },
  {
    where: 'the single file',
    home: inject('singleFile'),
    path: '#/en/lstm-forward',
    queries: nastyQueries.filter((_, place) => place % 3 === 0),
  },
])(
  'in $where no link, however broken, stops the page or makes it complain',
  async ({ home, path, queries }) => {
    const { page, faults, close } = await visit(browser, home, path);
    for (const query of queries) {
      // Otherwise what differs behind the # alone would be no new page.
      await page.goto('about:blank');
      await page.goto(home + path + query);
      await awake(page);
      expect(await page.locator('.stage > .notice').count(), query).toBe(isHarmless(query) ? 0 : 1);
      const place = page.locator('.place');
      const before = await place.textContent();
      if (/at=forward:cell\.state@2(&|$)/.test(query) && !query.includes('&at='))
        expect(before, query).toContain('t = 2');
      await page.getByRole('button', { name: en.walk.next, exact: true }).click();
      await expect.poll(() => place.textContent(), { message: query }).not.toBe(before);
      expect(faults, query).toEqual([]);
    }
    await close();
    // Each link is a page of its own.
  },
  240_000,
);

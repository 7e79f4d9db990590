import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
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

/** What axe says against a page as it is now, or a part of it. */
async function objections(page: Page, part = 'html'): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows no script but its own.
  await page.evaluate(axe);
  const violations = await page.evaluate(
    (context) =>
      (window as unknown as { axe: { run(context: string): Promise<{ violations: Violation[] }> } }).axe
        .run(context)
        .then((result) => result.violations),
    part,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

// Light and dark take turns, so that one visit of each page sees both.
const pages = prerenderedPages('build').map((path, index) => ({ path, theme: index % 2 ? 'dark' : 'light' }));

test.each(pages)(
  'axe finds nothing to object to on /$path in $theme, which at 320 px is no wider',
  async ({ path, theme }) => {
    const { page, faults, close } = await visit(browser, inject('site'), path);
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    expect(await objections(page)).toEqual([]);
    // Formulas and tables may scroll sideways, the page may not.
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(faults).toEqual([]);
    await close();
  },
);

async function view(page: Page, name: string): Promise<void> {
  // On a phone only the whole stage has room for the list.
  const widen = page.getByRole('button', { name: en.stage.whole, pressed: false });
  if (await widen.isVisible()) await widen.click();
  await page.getByRole('combobox', { name: en.stage.view }).selectOption(name);
}

/** How the stage gets to where a page does not open: a link, and what is done then. */
const states: Record<string, { at: string; then?: (page: Page) => Promise<unknown> }> = {
  charts: { at: 'backward:cell.state@2', then: (page) => view(page, 'charts') },
  table: { at: 'backward:cell.state@2', then: (page) => view(page, 'table') },
  'the box about a number': {
    at: 'forward:cell.state@2',
    then: async (page) => {
      await view(page, 'table');
      await page.locator('.view td button').nth(3).click();
    },
  },
  help: {
    at: 'forward:forget.gate@2',
    then: async (page) => {
      await page.locator('.stage').focus();
      await page.keyboard.press('?');
    },
  },
  'element zoom': { at: 'forward:forget.gate@2&zoom=element' },
  'element zoom, backward': { at: 'backward:forget.gate@2&zoom=element' },
  'a gradient of weights': { at: 'backward:W.f@2' },
  update: { at: 'update:W.f' },
};
const looks = [
  { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { colorScheme: 'dark', viewport: { width: 1280, height: 720 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

test.each(Object.entries(states))(
  'axe finds nothing to object to on a stage that shows %s',
  async (_, { at, then }) => {
    for (const look of looks) {
      const { page, faults, close } = await visit(browser, inject('site'), `en/lstm-backward/?at=${at}`, look);
      await then?.(page);
      // The words beside it stay as they are on every visit above.
      expect(await objections(page, '.stage'), JSON.stringify(look)).toEqual([]);
      expect(faults).toEqual([]);
      await close();
    }
  },
);

/** What can be pressed and is smaller than it may be; links in running text may be as high as their line. */
const tooSmall = (page: Page, least: number): Promise<string[]> =>
  page.evaluate((size) => {
    const pressed = [...document.querySelectorAll('a, button, select, summary, input')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true }) && each !== document.activeElement)
      // A finger presses the numbers of the drawing as well as it can, and all of them in the table.
      .filter((each) => !each.matches('p a, li a, sup a, .skip') && !(size > 24 && each.closest('.cell-diagram')));
    return pressed
      .map((each) => (each.matches('input') && each.closest('label')) || each)
      .filter((each) => {
        const { width, height } = each.getBoundingClientRect();
        return Math.min(width, height) < size - 0.5;
      })
      .map((each) => each.outerHTML.slice(0, 120));
  }, least);

test.each([
  { what: 'a pointer', least: 24, options: { viewport: { width: 1280, height: 720 } } },
  { what: 'a finger', least: 44, options: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { what: 'a finger', least: 44, options: { viewport: { width: 1180, height: 820 }, hasTouch: true, isMobile: true } },
])('what $what presses is at least $least px large', async ({ least, options }) => {
  const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/', options);
  for (const name of ['drawing', 'charts', 'table']) {
    await view(page, name);
    expect(await tooSmall(page, least), name).toEqual([]);
  }
  await close();
});

test('in the system’s colours the chosen one of a few is told from the others', async () => {
  const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/', { forcedColors: 'active' });
  const colours = await page
    .locator('.head label > span')
    .evaluateAll((texts) =>
      texts.map((text) => `${getComputedStyle(text).color} ${getComputedStyle(text).backgroundColor}`),
    );
  expect(new Set(colours).size).toBe(2);
  for (const colour of colours) {
    const [ink, ground] = colour.split(/(?<=\)) /);
    expect(ink).not.toBe(ground);
  }
  await close();
});

test('whoever wants no motion sees none', async () => {
  const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=forward:forget.gate@2', {
    reducedMotion: 'reduce',
  });
  await page.locator('.stage').focus();
  for (const key of ['ArrowRight', ']', 'v', 'ArrowRight']) {
    await page.keyboard.press(key);
    expect(await page.evaluate(() => document.getAnimations().length), key).toBe(0);
  }
  await view(page, 'charts');
  await page.keyboard.press(']');
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await close();
});

test('on paper there is the text in full ink and the step, and nothing to press', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=forward:cell.state@2', {
      colorScheme,
    });
    // Laid out for a screen, then printed narrower: A4 less its margins, in px.
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 718, height: 1000 });
    const paper = await page.evaluate(() => ({
      grounds: ['.stage', 'html'].map((each) => getComputedStyle(document.querySelector(each)!).backgroundColor),
      inks: [
        ...new Set(
          [...document.querySelectorAll('section[data-scene] > p')].map((each) => getComputedStyle(each).color),
        ),
      ],
      toPress: [...document.querySelectorAll('button, select, nav, header, dialog')]
        .filter((each) => each.checkVisibility())
        .map((each) => each.outerHTML.slice(0, 80)),
      width: document.documentElement.scrollWidth,
    }));
    expect(paper).toEqual({
      grounds: ['rgb(255, 255, 255)', 'rgb(255, 255, 255)'],
      inks: ['rgb(26, 28, 32)'],
      toPress: [],
      width: 718,
    });
    for (const part of ['.stage .chip', '.stage .formula', '.stage .sentence'])
      expect(await page.locator(`${part}:visible`).count(), part).toBeGreaterThan(0);
    await close();
  }
});

test('a page has one heading of the first order, and its title names lesson and step', async () => {
  const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=forward:cell.state@2');
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.title()).toBe('The backward pass of an LSTM · cell state · t = 2 · Gatewalk');
  await close();
});

test('at 400 % nothing stays in the way of what is read', async () => {
  const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/', {
    viewport: { width: 320, height: 256 },
  });
  const docked = await page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((each) => ['fixed', 'sticky'].includes(getComputedStyle(each).position))
      .map((each) => each.className),
  );
  expect(docked).toEqual([]);
  await close();
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

test('a step is no new page: only another page’s title is read aloud', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-forward/');
  await page.evaluate(() => {
    const announcer = document.getElementById('svelte-announcer')!;
    const read: string[] = [];
    const listen = (): void => {
      if (announcer.ariaHidden !== 'true') read.push(announcer.textContent.trim());
    };
    new MutationObserver(listen).observe(announcer, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { read });
  });
  const read = (): Promise<string[]> => page.evaluate(() => (window as unknown as { read: string[] }).read);
  await page.getByRole('button', { name: 'Next step', exact: true }).click();
  await expect.poll(() => page.url()).toContain('?at=');
  await page.waitForTimeout(100);
  expect(await read()).toEqual([]);
  await page.getByRole('link', { name: '中文' }).click();
  await expect.poll(read).toEqual([expect.stringContaining('前向传播')]);
  expect(faults).toEqual([]);
  await close();
});

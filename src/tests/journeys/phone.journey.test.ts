import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { en as later } from '#lib/i18n/later/en.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const upright = { width: 390, height: 844 };
const onItsSide = { width: 844, height: 390 };
const gathered = 'en/lstm-backward/?at=backward:hidden.state@2';

const onPhone = (path: string, viewport = upright) =>
  visit(browser, inject('site'), path, { viewport, hasTouch: true, isMobile: true });
const boxOf = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;
const isSeen = (page: Page, selector: string) => page.locator(selector).filter({ visible: true }).first().isVisible();
const widen = (page: Page) => page.getByRole('button', { name: en.stage.whole }).tap();

test('a link opens at its scene below the docked stage, and stays there when drawings arrive', async () => {
  for (const path of ['en/lstm-backward/?at=update:U.f', 'zh/lstm-forward/?at=forward:hidden.state@4']) {
    const { page, faults, close } = await onPhone(path);
    const [stage, scene] = [await boxOf(page, '.side'), await boxOf(page, 'section.current')];
    expect(scene.y - stage.y - stage.height, path).toBeGreaterThanOrEqual(0);
    expect(scene.y - stage.y - stage.height, path).toBeLessThan(40);
    expect(faults).toEqual([]);
    await close();
  }
});

test('drawing, formula, words and buttons are in view together, and nothing is wider than the window', async () => {
  const { page, close } = await onPhone(gathered);
  const foot = await boxOf(page, '.foot');
  const formula = await boxOf(page, '.formulas');
  expect((await boxOf(page, '.neighbourhood svg')).y).toBeLessThan(formula.y);
  const scene = await boxOf(page, 'section.current');
  expect(formula.y + 80).toBeLessThan(scene.y);
  expect(scene.y + 200).toBeLessThan(foot.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(upright.width);
  await close();
});

test('the whole stage covers the words, has every control, and gives way again', async () => {
  const { page, faults, close } = await onPhone(gathered);
  const controls = [en.notation.label, en.stage.view];
  for (const name of controls) expect(await page.getByRole('combobox', { name }).isVisible(), name).toBe(false);
  const before = await page.evaluate(() => scrollY);
  await widen(page);
  for (const name of controls) expect(await page.getByRole('combobox', { name }).isVisible(), name).toBe(true);
  expect(await isSeen(page, '.copy-link button')).toBe(true);
  expect(await isSeen(page, '.help')).toBe(true);
  // What is covered cannot be reached by the keyboard either.
  expect(await page.locator('.prose').getAttribute('inert')).not.toBeNull();
  await page.locator('.aside input').last().scrollIntoViewIfNeeded();
  const [last, foot] = [await boxOf(page, '.aside tr:last-child'), await boxOf(page, '.foot')];
  expect(last.y + last.height).toBeLessThan(foot.y + 60);
  await page.locator('.stage').focus();
  await page.keyboard.press('Escape');
  expect(await page.locator('.prose').getAttribute('inert')).toBeNull();
  expect(await page.evaluate(() => scrollY)).toBe(before);
  expect(faults).toEqual([]);
  await close();
});

test('on its side the drawing stands beside the formula, and both above the buttons', async () => {
  const { page, close } = await onPhone(gathered, onItsSide);
  await page.evaluate(() => scrollTo(0, 0));
  const [drawing, band, foot] = await Promise.all(['.drawings', '.band', '.foot'].map((part) => boxOf(page, part)));
  expect(drawing.x + drawing.width).toBeLessThanOrEqual(band.x);
  for (const part of [drawing, band]) expect(part.y + part.height).toBeLessThanOrEqual(foot.y);
  expect(foot.y + foot.height).toBeLessThanOrEqual(onItsSide.height);
  expect(band.height).toBeGreaterThan(200);
  await close();
});

test('the whole stage shows the whole cell, the step in the middle of what is seen of it', async () => {
  for (const viewport of [upright, onItsSide]) {
    const { page, close } = await onPhone('en/lstm-backward/?at=backward:hidden.state@2', viewport);
    await widen(page);
    const [cell, room] = [await boxOf(page, '.cell-diagram svg'), await boxOf(page, '.wider')];
    expect(cell.width).toBeGreaterThan(640);
    for (let step = 0; step < 12; step++) {
      const [ring, place] = [await boxOf(page, '.cell-diagram .ring'), await page.locator('.place').textContent()];
      expect(ring.x, place!).toBeGreaterThanOrEqual(room.x);
      expect(ring.x + ring.width, place!).toBeLessThanOrEqual(room.x + room.width);
      await page.getByRole('button', { name: en.walk.next, exact: true }).tap();
    }
    await close();
  }
});

test('on the whole stage the arithmetic of one number begins with what it comes to in view', async () => {
  const { page, close } = await onPhone('en/lstm-backward/?at=backward:cell.state@2&zoom=element');
  await widen(page);
  await page.locator('.element-picture .result').first().waitFor();
  const room = await boxOf(page, '.wider');
  await expect
    .poll(async () => (await boxOf(page, '.element-picture .result')).x, { timeout: 5000 })
    .toBeLessThan(room.x + room.width - 60);
  await close();
});

test('a table has the room of drawing and formula together', async () => {
  for (const viewport of [upright, { width: 360, height: 740 }]) {
    const { page, close } = await onPhone(gathered, viewport);
    await widen(page);
    await page.getByRole('combobox', { name: en.stage.view }).selectOption('table');
    await page.locator('.view td').first().waitFor();
    const [view, rows] = [await boxOf(page, '.view'), await page.locator('.view tbody tr').all()];
    const boxes = await Promise.all(rows.map((row) => row.boundingBox()));
    const whole = boxes.filter((box) => box && box.y + box.height <= view.y + view.height);
    expect(whole.length, `${viewport.height}`).toBeGreaterThanOrEqual(3);
    await close();
  }
});

test('all buttons beside the words stand in one row, also with the way back to them', async () => {
  for (const width of [390, 360]) {
    const { page, close } = await onPhone('en/lstm-forward/', { width, height: 740 });
    await page.getByRole('button', { name: en.walk.next, exact: true }).tap();
    await page.getByRole('button', { name: en.stage.back }).waitFor();
    expect((await boxOf(page, '.foot')).height, `${width}`).toBeLessThan(100);
    await close();
  }
});

test('where a term was left out, what the check says is in view beside the words', async () => {
  const { page, close } = await onPhone('en/lstm-backward/#deleted');
  const check = page.locator('.aside tr', { hasText: en.walk.nudged });
  await check.waitFor();
  const box = (await check.boundingBox())!;
  const stage = await boxOf(page, '.side');
  expect(box.y + box.height).toBeLessThanOrEqual(stage.y + stage.height);
  await close();
});

test.each(['en/lstm-forward/?at=forward:cell.state@2', gathered])(
  '%s: the text stays where it is when a number is tapped, and what is said of it can be read and closed',
  async (path) => {
    const { page, faults, close } = await onPhone(path);
    const box = page.getByRole('dialog', { name: later.origin.label });
    const scrolled = () => page.evaluate(() => scrollY);
    for (const numbers of ['.formulas [data-address]', 'section.current .number[data-address]']) {
      const before = await scrolled();
      const foot = await boxOf(page, '.foot');
      // Of the words, one low in the window: what stands at the foot must not cover it.
      const seen = await page.locator(numbers).evaluateAll((all) =>
        all.flatMap((each) => {
          const place = each.getBoundingClientRect();
          const { x, y, width, height } = place;
          return each.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ? [place] : [];
        }),
      );
      const { x, y, width, height } = seen.at(-1)!;
      await page.touchscreen.tap(x + width / 2, y + height / 2);
      await box.waitFor();
      expect(await scrolled(), numbers).toBe(before);
      const sheet = (await box.boundingBox())!;
      expect(sheet.x).toBeGreaterThanOrEqual(0);
      expect(sheet.x + sheet.width).toBeLessThanOrEqual(upright.width);
      expect(sheet.y + sheet.height).toBeLessThanOrEqual(foot.y + 1);
      expect(sheet.y >= y + height || sheet.y + sheet.height <= y, numbers).toBe(true);
      await box.locator('li button').last().scrollIntoViewIfNeeded();
      const button = box.getByRole('button', { name: later.origin.close });
      const closing = (await button.boundingBox())!;
      expect(closing.y).toBeGreaterThan(sheet.y);
      expect(closing.y + closing.height).toBeLessThan(sheet.y + sheet.height);
      await button.tap();
      await box.waitFor({ state: 'detached' });
      expect(await scrolled(), numbers).toBe(before);
    }
    expect(faults).toEqual([]);
    await close();
  },
);

test.each(['en', 'zh'])('in /%s/ no formula of the words is cut, not even on a narrow phone', async (language) => {
  for (const lesson of ['lstm-forward', 'lstm-backward']) {
    const { page, close } = await onPhone(`${language}/${lesson}/`, { width: 360, height: 740 });
    await page.locator('article').waitFor();
    const cut = await page
      .locator('article div.formula')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent));
    expect(cut).toEqual([]);
    await close();
  }
});

/** @param root of the reader’s choice, in px */
const sizes = (page: Page, root = '') =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
    const parts = ['h1', 'h2', 'summary', 'strong', '.minutes', '.stage'];
    const found = parts.flatMap((part) => [...document.querySelectorAll(part)].slice(0, 1).map((each) => [part, each]));
    return Object.fromEntries(
      (found as [string, Element][]).map(([part, each]) => [part, Number.parseFloat(getComputedStyle(each).fontSize)]),
    );
  }, root);

test.each(['zh/', 'en/lstm-forward/', 'zh/lstm-backward/'])(
  '/%s: all that is read grows with the reader’s text, the stage keeps its layout, and no page is wider than its window',
  async (path) => {
    const { page, close } = await onPhone(path);
    const usual = await sizes(page);
    // As if the browser’s own size were 32 px instead of 16.
    const large = await sizes(page, '30px');
    for (const [part, size] of Object.entries(usual))
      expect(large[part], part).toBeCloseTo(part === '.stage' ? size : 2 * size, 1);
    const widthOf = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await widthOf()).toBe(upright.width);
    await close();
    const narrow = await onPhone(path, { width: 195, height: 422 });
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth)).toBe(195);
    const [name, language] = [await boxOf(narrow.page, 'header .name'), await boxOf(narrow.page, 'header nav')];
    expect(name.x + name.width).toBeLessThanOrEqual(language.x);
    await narrow.close();
  },
);

test('the help begins with what can be tapped, and opens at its beginning', async () => {
  for (const viewport of [upright, onItsSide]) {
    const { page, faults, close } = await onPhone(gathered, viewport);
    await widen(page);
    await page.getByRole('button', { name: en.stage.help }).tap();
    const help = page.getByRole('dialog', { name: en.stage.help });
    await help.waitFor();
    const names = [en.stage.help, later.help.onScreen, later.help.keysTitle];
    expect(await help.getByRole('heading').allTextContents()).toEqual(names);
    const closing = help.getByRole('button', { name: later.origin.close });
    for (const part of [help.getByRole('heading').first(), help.getByText(later.help.steps), closing]) {
      const { y, height } = (await part.boundingBox())!;
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y + height).toBeLessThanOrEqual(viewport.height);
    }
    await closing.tap();
    expect(faults).toEqual([]);
    await close();
  }
});

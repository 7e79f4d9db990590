import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { en as later } from '#lib/i18n/later/en.ts';
import { zh } from '#lib/i18n/zh.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const lesson = 'en/lstm-backward/';
const middle = `${lesson}?at=forward:forget.gate@3`;
const onStage = (page: Page) => page.locator('.stage').focus();
const timeline = (page: Page) => page.getByRole('slider').getAttribute('aria-valuetext');

/** What has the focus, and what lies over its middle, if anything does; null at the end of the page. */
const focused = (page: Page): Promise<{ what: string; under: string } | null> =>
  page.evaluate(() => {
    const element = document.activeElement!;
    if (element === document.body) return null;
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const within = (from: number, to: number, size: number) => (Math.max(from, 0) + Math.min(to, size)) / 2;
    const over = document.elementFromPoint(within(left, right, innerWidth), within(top, bottom, innerHeight));
    // What is drawn over an input belongs to its label.
    const belongs =
      over && (element.contains(over) || over.contains(element) || element.closest('label')?.contains(over));
    return {
      what: element.outerHTML.slice(0, 120),
      under: belongs ? '' : (over?.outerHTML.slice(0, 60) ?? 'the edge'),
    };
  });

describe.each([
  ['a wide window', { width: 1280, height: 720 }],
  ['a phone', { width: 390, height: 844 }],
  ['a window at 400 %', { width: 320, height: 256 }],
])('with the Tab key in %s', (_, viewport) => {
  test('one gets through the whole page and back, and what has the focus is never covered', async () => {
    const { page, faults, close } = await visit(browser, inject('site'), lesson, { viewport });
    for (const key of ['Tab', 'Shift+Tab']) {
      let stops = 0;
      for (; stops < 200; stops++) {
        await page.keyboard.press(key);
        const stop = await focused(page);
        if (!stop) break;
        expect(stop.under, `${key}: ${stop.what}`).toBe('');
      }
      expect(stops).toBeGreaterThan(30);
      expect(stops).toBeLessThan(200);
    }
    expect(faults).toEqual([]);
    await close();
  });
});

test('a link before the text leads to the network, where the stepper’s keys work', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), middle);
  const skip = page.getByRole('link', { name: en.stage.skip });
  await skip.focus();
  await page.keyboard.press('Enter');
  const before = await timeline(page);
  await page.keyboard.press('ArrowRight');
  expect(await timeline(page)).not.toBe(before);
  await page.keyboard.press('ArrowLeft');
  expect(await timeline(page)).toBe(before);
  expect(faults).toEqual([]);
  await close();
});

test('the timeline says when, what and how far, and moves by its own arrows', async () => {
  const { page, close } = await visit(browser, inject('site'), middle);
  expect(await timeline(page)).toMatch(/^t = 3, forget gate, step \d+ of \d+$/);
  await page.getByRole('slider').focus();
  const value = Number(await page.getByRole('slider').inputValue());
  await page.keyboard.press('ArrowRight');
  expect(Number(await page.getByRole('slider').inputValue())).toBe(value + 1);
  await close();
});

test('a number’s origin opens from a chip and from a table, closes with Esc, and gives the focus back', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), middle);
  const box = page.getByRole('dialog', { name: later.origin.label });
  const chip = page.locator('.cell-diagram button[tabindex="0"]');
  const openAndLeave = async (opener: typeof chip, leave: string) => {
    await opener.focus();
    await page.keyboard.press('Enter');
    await box.waitFor();
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press(leave);
    await box.waitFor({ state: 'detached' });
    expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true);
  };
  await openAndLeave(chip, 'Escape');
  await openAndLeave(chip, 'Shift+Tab');
  await page.getByRole('combobox', { name: en.stage.view }).selectOption('table');
  await openAndLeave(page.locator('.view td button').nth(4), 'Escape');

  // From number to number the focus stays in the box, and "go there" leaves it on the stage.
  await page.keyboard.press('Enter');
  await box.getByRole('listitem').getByRole('button').last().press('Enter');
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await box.getByRole('button', { name: later.origin.goTo }).press('Enter');
  await box.waitFor({ state: 'detached' });
  expect(await page.evaluate(() => document.activeElement?.closest('.stage') !== null)).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

test('the help lists every key there is and closes with Esc', async () => {
  const { page, close } = await visit(browser, inject('site'), middle);
  await onStage(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: en.stage.help });
  await help.waitFor();
  expect(await help.textContent()).not.toContain(later.help.onScreen);
  for (const words of Object.values(later.help.keys)) expect(await help.textContent()).toContain(words);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });
  await close();
});

describe('the one live region', () => {
  const live = (page: Page) => page.locator('[aria-live]:not(#svelte-announcer), [role="status"], [role="alert"]');

  /** Notes all that is said from now on. */
  const listen = (page: Page) =>
    live(page).evaluate((region) => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => said.push(region.textContent)).observe(region, {
        subtree: true,
        childList: true,
        characterData: true,
      });
    });
  const said = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);

  test.each([
    ['en', /^t = \d, .*, unit 1: .* is (about )?[−+]?\d/],
    ['zh', /^t = \d，.*，单元 1/],
  ])('says in %s where a burst of steps ends, once, and nothing on load', async (language, words) => {
    const { page, close } = await visit(browser, inject('site'), `${language}/lstm-backward/?at=forward:forget.gate@3`);
    expect(await live(page).count()).toBe(1);
    await page.waitForTimeout(700);
    expect(await live(page).textContent()).toBe('');
    await listen(page);
    await onStage(page);
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(900);
    expect(await said(page)).toEqual([expect.stringMatching(words)]);
    expect((await said(page))[0]).not.toMatch(/[\\{}$]/);
    await close();
  });

  test('is the only one where numbers are changed, and says what an update has come to', async () => {
    const { page, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=backward:W.f&view=change');
    await page.getByRole('button', { name: later.learn.apply, exact: true }).waitFor();
    expect(await live(page).count()).toBe(1);
    await listen(page);
    await page.getByRole('button', { name: later.learn.apply, exact: true }).click();
    await page.waitForTimeout(900);
    expect((await said(page)).join(' ')).toMatch(/loss/);
    await close();
  });

  test('is silent while the steps play by themselves, and never made anew', async () => {
    const { page, close } = await visit(browser, inject('site'), 'zh/lstm-backward/?at=forward:forget.gate@3');
    await listen(page);
    const [before, region] = [await timeline(page), await live(page).elementHandle()];
    await page.getByRole('button', { name: zh.walk.play }).click();
    await page.waitForTimeout(2500);
    expect(await timeline(page)).not.toBe(before);
    expect(await said(page)).toEqual([]);
    await page.getByRole('combobox', { name: zh.stage.view }).selectOption('charts');
    expect(await live(page).evaluate((now, then) => now === then, region)).toBe(true);
    await close();
  });
});

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { stepsOf } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { en } from '#lib/i18n/en.ts';
import type { LessonRuns } from '#lib/lessons/lesson-runs.ts';
import { zooms } from '#lib/stepper/zoom.ts';
import { unvaried } from '#lib/workbench/variation.ts';
import { vary } from '#lib/workbench/vary.ts';
import { readNumber } from '../read-number.ts';
import { lessonsRead } from './lessons-read.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** What a page has to show at an address, of the lesson as it is or varied. */
function expectedOf(runs: LessonRuns, variation = unvaried): (address: string) => string {
  const known = new Map<string, NamedRun>();
  const modelAfter = (updates: number, setting?: string): NamedRun => {
    const key = `${setting} ${updates}`;
    if (!known.has(key)) known.set(key, vary(runs.base(setting)!, { ...variation, updates }).model);
    return known.get(key)!;
  };
  return (address) => {
    const [, setting, next, rest] = new RegExp(`^(?:(${runs.names.join('|')})/)?(next:)?(.*)$`).exec(address)!;
    // What an update makes of a parameter is its value in the run that follows.
    const model = modelAfter(variation.updates + (next ? 1 : 0), setting);
    const isSetting = Object.hasOwn(model.updater.rule.settings, rest);
    return isSetting ? String(model.updater.run.value(rest)[0]) : readNumber(model, rest);
  };
}

/** Every number of the page at every operation of a walk from the first to the last, each different one once. */
const walkThrough = (page: Page): Promise<{ steps: number; shown: [address: string, value: string][] }> =>
  page.evaluate(async () => {
    const stage = document.querySelector<HTMLElement>('.stage')!;
    const press = async (key: string): Promise<void> => {
      stage.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
    };
    const seen = new Map<string, [string, string]>();
    const collect = (within: ParentNode): void => {
      for (const element of within.querySelectorAll<HTMLElement>('[data-address]')) {
        const { address, value } = element.dataset;
        seen.set(`${address} ${value}`, [address!, value!]);
      }
    };
    const position = (): string => document.querySelector('.transport input')!.getAttribute('aria-valuetext')!;
    // To the beginning of the pass, then of the walk.
    for (let times = 0; times < 2; times++) await press('Home');
    // The words stay as they are while the stage walks.
    collect(document);
    let steps = 0;
    for (let before = ''; before !== position(); steps++) {
      before = position();
      await press('ArrowRight');
      collect(stage);
    }
    return { steps, shown: [...seen.values()] };
  });

const numbersOfStage = (page: Page): Promise<[address: string, value: string][]> =>
  page.$$eval('.stage [data-address]', (elements) =>
    elements.map(({ dataset }) => [dataset.address!, dataset.value!] as [string, string]),
  );

describe.each(lessonsRead())('$document.slug', ({ document: lesson, runs }) => {
  test('every number on the page is the engine’s, to the last bit, at every step and zoom', async () => {
    for (const zoom of zooms) {
      const opened = `en/${lesson.slug}/?at=${encodeURIComponent(lesson.scenes[0].at)}&zoom=${zoom}&unit=2`;
      const { page, faults, close } = await visit(browser, inject('site'), opened);
      const { steps, shown } = await walkThrough(page);
      const expected = expectedOf(runs);
      expect(shown.map(([address]) => [address, expected(address)])).toEqual(shown);
      expect(shown.length).toBeGreaterThan(300);
      expect(steps).toBe(stepsOf(runs.get()!.run.program).length);
      expect(await page.getByRole('radio', { name: en.zoom[zoom], exact: true }).isChecked()).toBe(true);
      expect(faults).toEqual([]);
      await close();
    }
  });

  test.each(['momentum', 'adam'] as const)('so is what %s remembers of the updates before', async (rule) => {
    const expected = expectedOf(runs, { ...unvaried, rule, updates: 2 });
    for (const zoom of ['equation', 'operation', 'element']) {
      const opened = `en/${lesson.slug}/?at=update:W.f&zoom=${zoom}&rule=${rule}&updates=2`;
      const { page, faults, close } = await visit(browser, inject('site'), opened);
      await page.locator('.stage [data-address^="W.f/"]').first().waitFor();
      const shown = await numbersOfStage(page);
      expect(shown.map(([address]) => [address, expected(address)])).toEqual(shown);
      expect(faults).toEqual([]);
      await close();
    }
  });

  test('every scene shows its own step, and its own numbers', async () => {
    const { page, faults, close } = await visit(browser, inject('site'), `zh/${lesson.slug}/`);
    for (const { id, setting, drop } of lesson.scenes) {
      await page.evaluate((scene) => {
        const heading = document.getElementById(scene)!.querySelector('h2')!;
        document.querySelector<HTMLElement>(`nav a[href="#${heading.id}"]`)!.click();
      }, id);
      await page.waitForTimeout(50);
      const shown = await numbersOfStage(page);
      expect(shown.length, id).toBeGreaterThan(20);
      const run = runs.get(setting, drop)!;
      for (const [address, value] of shown.filter(([each]) => !/^next:|^rate$/.test(each))) {
        expect(readNumber(run, address), `${id}: ${address}`).toBe(value);
      }
    }
    expect(faults).toEqual([]);
    await close();
  });
});

test('a link opens at its step, and the step stands in the link', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'zh/lstm-forward/?at=backward:cell.state@2');
  const timeline = page.getByRole('slider');
  await expect.poll(() => timeline.getAttribute('aria-valuetext')).toContain('细胞状态');
  await page.getByRole('button', { name: '下一步', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.url()).toMatch(/\?at=backward:candidate\.preactivation@2$/);
  await page.keyboard.press('v');
  await expect.poll(() => page.url()).toMatch(/\?at=forward:candidate\.preactivation@2$/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect.poll(() => timeline.getAttribute('aria-valuetext')).toContain('t = 2, candidate');
  expect(faults).toEqual([]);
  await close();
});

test('a link to a place that is none says so and shows the rest', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-forward/?at=forward:no.such@7&unit=9');
  await page.getByText('forward:no.such@7 unit=9').waitFor();
  expect(await page.getByRole('slider').isEnabled()).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

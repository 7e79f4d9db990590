import type { Browser, Locator } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { en } from '#lib/i18n/en.ts';
import { en as later } from '#lib/i18n/later/en.ts';
import { fill } from '#lib/i18n/languages.ts';
import { zh } from '#lib/i18n/zh.ts';
import { launchBrowser, reload, visit } from './visit.ts';

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

test('at equation zoom a key walks to an operation that the button passes over, and all of the stage shows it', async () => {
  const opened = 'en/lstm-forward/?at=forward:candidate@2';
  const { page, faults, close } = await visit(browser, inject('site'), opened);
  const position = async () => Number(await page.getByRole('slider').inputValue());
  const next = page.getByRole('button', { name: en.walk.next, exact: true });
  const start = await position();
  await next.focus();
  const intermediates = [
    ['cell.kept', 'kept part of the cell state · t = 2'],
    ['cell.written', 'written part of the cell state · t = 2'],
  ];
  for (const [moved, [id, name]] of intermediates.entries()) {
    await page.keyboard.press('ArrowRight');
    expect(await position()).toBe(start + moved + 1);
    expect(await page.locator('.place').textContent()).toContain(name);
    expect(await page.locator(`.formulas [data-address="${id}@2[0]"]`).count()).toBeGreaterThan(0);
    await expect.poll(() => page.url()).toMatch(new RegExp(`at=forward:${id}@2$`));
  }
  await reload(page);
  expect(await position()).toBe(start + 2);
  expect(await page.getByRole('radio', { name: en.zoom.equation }).isChecked()).toBe(true);
  await page.getByRole('button', { name: en.walk.previous, exact: true }).click();
  expect(await position()).toBe(start);
  await next.click();
  expect(await position()).toBe(start + 3);
  expect(faults).toEqual([]);
  await close();
});

test('the formula is revealed part by part without a keyboard, on one line of buttons also on a phone', async () => {
  for (const [language, { reveals, walk }] of Object.entries({ en, zh })) {
    for (const width of [320, 390, 1280]) {
      const path = `${language}/lstm-forward/?at=forward:cell.written@2&reveal=symbols`;
      const options = { viewport: { width, height: 844 }, hasTouch: width < 1100 };
      const { page, faults, close } = await visit(browser, inject('site'), path, options);
      const next = page.getByRole('button', { name: reveals.next, exact: true });
      const play = page.getByRole('button', { name: walk.play, exact: true });
      const middle = async (button: Locator) => ((box) => box.y + box.height / 2)((await button.boundingBox())!);
      expect(await middle(next), `${language} at ${width} px`).toBeCloseTo(await middle(play), 0);

      const numbers = page.getByRole('button', { name: reveals.numbers, exact: true });
      const shown = () => page.locator('.terms').first().getAttribute('data-reveal');
      const states = ['symbols', 'numbers', 'result'];
      for (const state of states) {
        expect(await shown()).toBe(state);
        expect(await numbers.getAttribute('aria-pressed')).toBe(String(state !== 'symbols'));
        await next.click();
      }
      await expect.poll(() => page.url()).toMatch(/at=forward:cell\.state@2&reveal=symbols$/);
      await numbers.click();
      expect(await shown()).toBe('result');
      await numbers.click();
      expect(await shown()).toBe('symbols');
      expect(faults).toEqual([]);
      await close();
    }
  }
});

test.each(places)('in $where a link of the contents is a jump: the back button leads back', async ({ home, path }) => {
  const { page, faults, close } = await visit(browser, home, path);
  const here = async () => [await page.locator('.place').textContent(), await page.evaluate(() => scrollY)] as const;
  const [opening] = await here();
  await page.getByText(en.lesson.contents, { exact: true }).click();
  await page.getByRole('button', { name: en.walk.next, exact: true }).click();
  await page.evaluate(() => scrollTo(0, 40));
  const before = await here();
  expect(before[0]).not.toBe(opening);
  const histories = await page.evaluate(() => history.length);

  await page.getByRole('navigation', { name: en.lesson.contents }).getByRole('link').nth(4).click();
  const [place, scroll] = await here();
  expect(place).not.toBe(before[0]);
  expect(scroll).toBeGreaterThan(200);
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, 1500);
  await expect.poll(async () => (await here())[0]).not.toBe(place);
  await page.waitForTimeout(700);
  const after = await here();
  expect(await page.evaluate(() => history.length)).toBe(histories + 1);

  await page.goBack();
  await expect.poll(here).toEqual(before);
  await page.goForward();
  await expect.poll(here).toEqual(after);
  expect(faults).toEqual([]);
  await close();
});

test('a term switched off in the ledger leaves the gradient, the check objects, and the link remembers', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=backward:cell.state@2');
  const sum = page.locator('[data-address="grad:cell.state@2[0]"]').last();
  const before = Number(await sum.getAttribute('data-value'));
  const share = Number(
    await page.locator('[data-address="grad:cell.state@2[0]<cell.kept@3"]').last().getAttribute('data-value'),
  );
  const term = page.getByRole('checkbox', { name: 'Count what comes via the cell state, t = 3' });
  await term.click();
  await expect.poll(async () => Number(await sum.getAttribute('data-value'))).toBeCloseTo(before - share, 12);
  await page.getByText(en.walk.whyLossFalls).waitFor();
  await expect.poll(() => page.url()).toContain('drop=grad:cell.state@2%3Ccell.kept@3');
  await reload(page);
  await expect.poll(() => term.isChecked()).toBe(false);
  await term.click();
  await expect.poll(async () => Number(await sum.getAttribute('data-value'))).toBe(before);
  expect(faults).toEqual([]);
  await close();
});

test('the words say when the stage writes in other symbols than they do', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-backward/');
  const notice = page.getByText(fill(en.lesson.otherNotation, { notation: en.notation.keras }));
  const list = page.getByRole('combobox', { name: en.notation.label });
  await list.selectOption('keras');
  await notice.waitFor();
  await list.selectOption('course');
  await notice.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});

test('a term of a gradient, clicked in the ledger or in the drawing, says what it is computed from', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-backward/?at=backward:cell.state@2');
  const box = page.getByRole('dialog', { name: later.origin.label });
  const inLedger = page.locator('.ledger [data-address="grad:cell.state@2[1]<cell.kept@3"]');
  const inDrawing = page.getByRole('button', { name: /cell state at t = 2, the part that comes via the cell state/ });
  const value = Number(await inLedger.getAttribute('data-value'));
  const { height } = (await inDrawing.boundingBox())!;
  for (const click of [() => inLedger.click(), () => inDrawing.click({ position: { x: 20, y: height * 0.75 } })]) {
    await click();
    await box.waitFor();
    const said = (await box.locator('.exact').textContent())!.replaceAll('−', '-');
    expect(Number(said)).toBe(value);
    expect(await box.locator('ul').first().getByRole('button').count()).toBe(2);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
  }
  expect(faults).toEqual([]);
  await close();
});

test.each([
  [
    'another network',
    'en/lstm-backward/?preset=gru-4-8-1&at=backward:hidden.state@2',
    'grad:hidden.state@2[0]<output@2',
  ],
  ['the lesson’s own', 'en/lstm-backward/?at=backward:cell.state@2', 'late/grad:cell.state@1[0]'],
  ['the lesson’s own', 'en/lstm-forward/', 'mirrored/cell.state@1[0]'],
])('while the stage shows %s, a number of the text says what it is in the text: %s %s', async (_, path, address) => {
  const { page, faults, close } = await visit(browser, inject('site'), path);
  const box = page.getByRole('dialog', { name: later.origin.label });
  const number = page.locator(`article [data-address="${address}"]`).first();
  await number.scrollIntoViewIfNeeded();
  await number.evaluate((element) => element.dispatchEvent(new MouseEvent('click', { bubbles: true })));
  await box.waitFor();
  const said = (await box.locator('.exact').textContent())!.replaceAll('−', '-');
  expect(Number(said)).toBe(Number(await number.getAttribute('data-value')));
  expect(await box.textContent()).toContain(later.origin.ofText);
  expect(await box.getByRole('button', { name: later.origin.goTo }).count()).toBe(0);
  // Who has gone on to something else is done with it.
  await page.locator('header a').first().focus();
  await box.waitFor({ state: 'detached' });
  expect(faults).toEqual([]);
  await close();
});

import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { presetBase, readPreset } from '#lib/workbench/preset.ts';
import { en as pageWords } from '#lib/i18n/en.ts';
import { en as workbenchWords } from '#lib/i18n/later/en.ts';
import { zh } from '#lib/i18n/zh.ts';
import { awake, launchBrowser, reload, visit } from './visit.ts';

const en = { ...pageWords, ...workbenchWords };

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** Every part that a reader can change. */
const whole =
  '?at=backward:cell.state@2&zoom=operation&unit=2&reveal=numbers&preset=lstm-2-4-7&set=W.f[0][1]:0.5;rate:0.01' +
  '&hold=input.gate@3[1]:0.25;output.gate:1&drop=grad:cell.state@2%3Ccell.kept@3&rule=adam&updates=3';

/** Everything on the stage that has a number. */
const numbersOn = (page: Page): Promise<string[]> =>
  page
    .locator('.stage [data-value]')
    .evaluateAll((all) => all.map(({ dataset }) => `${dataset.address}=${dataset.value}`));

/** The ledger comes a moment later and nudging after it, both unseen as long as the result is kept back. */
const ledger = (page: Page) => page.locator('.stage tr.check').waitFor({ state: 'attached' });
const view = (page: Page, name: string) => page.getByRole('combobox', { name: en.stage.view }).selectOption(name);
const openFile = (page: Page, name: string, text: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) });

test.each([
  { where: 'the site', home: inject('site'), path: 'en/lstm-forward/' },
  { where: 'the site in a folder', home: inject('siteInFolder'), path: 'en/lstm-forward/' },
  { where: 'the single file', home: inject('singleFile'), path: '#/en/lstm-forward' },
])('in $where a link, a reload, the other language and the way back show the same numbers', async ({ home, path }) => {
  const { page, faults, close } = await visit(browser, home, path + whole);
  expect(await page.locator('.stage > .notice').count()).toBe(0);
  await ledger(page);
  const numbers = await numbersOn(page);
  expect(numbers.length).toBeGreaterThan(20);

  await reload(page);
  await expect.poll(() => numbersOn(page)).toEqual(numbers);
  expect(page.url()).toContain(whole);

  await page.locator('header a[hreflang=zh-Hans]').and(page.locator('[href*="updates=3"]')).click();
  await page.locator('html[lang=zh-Hans]').waitFor();
  await expect.poll(() => page.url()).toContain(whole);
  await expect.poll(() => numbersOn(page)).toEqual(numbers);

  await page.getByRole('button', { name: zh.walk.next, exact: true }).click();
  await expect.poll(() => page.url()).not.toContain('at=backward:cell.state@2');
  await page.goBack();
  await page.locator('html[lang=en]').waitFor();
  await expect.poll(() => numbersOn(page)).toEqual(numbers);
  expect(faults).toEqual([]);
  await close();
});

test.each([
  { name: 'check', more: '&check=grad:W.f[0][1]&epsilon=0.001', seen: 'ε = 10⁻³' },
  { name: 'code', more: '&framework=pytorch&extent=model', seen: 'import torch' },
  { name: 'table', more: '', seen: en.pass.backward },
])('the view “$name” and what was chosen in it survive a reload, the other language and the way back', async (each) => {
  const link = `?at=backward:cell.state@2&view=${each.name}${each.more}`;
  const { page, faults, close } = await visit(browser, inject('site'), `en/lstm-forward/${link}`);
  const isThere = (text: string) => page.locator('.stage').getByText(text).first().waitFor();
  await isThere(each.seen);
  await reload(page);
  await isThere(each.seen);
  await page
    .locator('header a[hreflang=zh-Hans]')
    .and(page.locator(`[href*="view=${each.name}"]`))
    .click();
  await page.locator(`html[lang=zh-Hans] .view.${each.name}`).waitFor();
  await expect.poll(() => page.url()).toContain(link);
  await page.goBack();
  await page.locator(`html[lang=en] .view.${each.name}`).waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('the number in hand is in the link, and there after a reload and in the other language', async () => {
  const { page, faults, close } = await visit(
    browser,
    inject('site'),
    'en/lstm-forward/?at=forward:forget.gate@2&view=change',
  );
  const inHand = page.locator('.in-hand b');
  const isInHand = (address: string) => expect.poll(() => inHand.getAttribute('data-address')).toBe(address);
  await isInHand('W.f[0][0]');
  await page.locator('input[data-address="U.f[1][0]"]').focus();
  await isInHand('U.f[1][0]');
  await expect.poll(() => page.url()).toContain('&view=change&slider=U.f[1][0]');
  await reload(page);
  await isInHand('U.f[1][0]');
  await page.locator('header a[hreflang=zh-Hans]').and(page.locator('[href*="slider="]')).click();
  await page.locator('html[lang=zh-Hans]').waitFor();
  await isInHand('U.f[1][0]');
  await page.locator('input[data-address="W.f[0][0]"]').focus();
  await expect.poll(() => page.url()).not.toContain('slider');
  expect(faults).toEqual([]);
  await close();
});

test.each([
  { where: 'the site', home: inject('site'), path: 'en/lstm-backward/' },
  { where: 'the single file', home: inject('singleFile'), path: '#/en/lstm-backward' },
])('in $where the back button leads from view to view, past the steps between them', async ({ home, path }) => {
  const { page, faults, close } = await visit(browser, home, `${path}?at=backward:cell.state@2`);
  const here = async () => ({
    place: await page.locator('.place').textContent(),
    view: await page.getByRole('combobox', { name: en.stage.view }).inputValue(),
    numbers: await numbersOn(page),
    scroll: await page.evaluate(() => scrollY),
    reading: await page.locator('[aria-current=true]').allTextContents(),
  });
  const settle = () => page.waitForTimeout(700);
  const step = () => page.getByRole('button', { name: en.walk.next, exact: true }).click();
  await page.evaluate(() => scrollBy(0, 90));
  await step();
  await settle();
  const drawing = await here();
  const histories = await page.evaluate(() => history.length);
  await view(page, 'charts');
  await step();
  await step();
  await settle();
  const charts = await here();
  // A list is left under an arrow key that is held down where one wants to be; too fast for a test that asks each time.
  await page.getByRole('combobox', { name: en.stage.view }).evaluate((list: HTMLSelectElement) => {
    for (const name of ['table', 'check', 'code']) {
      list.value = name;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    }
  });
  await settle();
  const code = await here();
  expect([drawing.view, charts.view, code.view]).toEqual(['drawing', 'charts', 'code']);
  expect(charts.place).not.toBe(drawing.place);
  expect(await page.evaluate(() => history.length)).toBe(histories + 2);

  for (const former of [charts, drawing]) {
    await page.goBack();
    await expect.poll(here).toEqual(former);
  }
  for (const later of [charts, code]) {
    await page.goForward();
    await expect.poll(here).toEqual(later);
  }
  expect(faults).toEqual([]);
  await close();
});

test('a step goes along to the other language, however fast that is chosen', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-forward/?at=forward:cell.state@2');
  await page.locator('.stage').press('ArrowRight');
  await page.locator('header a[hreflang=zh-Hans]').click();
  await page.locator('html[lang=zh-Hans]').waitFor();
  await expect.poll(() => page.url()).toContain('/zh/lstm-forward/?at=forward:output.preactivation@2');
  expect(faults).toEqual([]);
  await close();
});

test('a link to numbers that a part of the lesson has for itself shows them as the lesson’s own', async () => {
  const link = 'en/lstm-forward/?at=forward:input.gate@3&setting=crowd';
  const { page, faults, close } = await visit(browser, inject('site'), link);
  await page.locator('.place .changed').waitFor();
  expect(await page.getByRole('button', { name: en.changes.reset }).count()).toBe(0);
  await page.mouse.move(200, 400);
  await page.mouse.wheel(0, -3000);
  await page.locator('.place .changed').waitFor({ state: 'detached' });
  await expect.poll(() => page.url()).not.toContain('setting');
  expect(faults).toEqual([]);
  await close();
});

test('numbers that the back button takes away are brought back by ↶', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-forward/?at=forward:cell.state@3');
  const numbers = await numbersOn(page);
  await view(page, 'change');
  await page.getByRole('button', { name: en.learn.applyTen }).click();
  await expect.poll(() => page.url()).toContain('updates=10');
  await page.goBack();
  await expect.poll(() => numbersOn(page)).toEqual(numbers);
  await page.getByRole('button', { name: en.changes.undo }).click();
  await expect.poll(() => page.url()).toContain('updates=10');
  expect(page.url()).not.toContain('view=');
  expect(faults).toEqual([]);
  await close();
});

test('the link to exactly what is shown is copied beside the steps, and that is said', async () => {
  const permissions = ['clipboard-read', 'clipboard-write'];
  const link = 'en/lstm-forward/?at=backward:cell.state@2&view=charts';
  const { page, faults, close } = await visit(browser, inject('site'), link, { permissions });
  await page.getByRole('button', { name: en.files.copy }).click();
  await expect.poll(() => page.locator('.stage > [aria-live]').textContent()).toBe(en.files.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(inject('site') + link);
  expect(faults).toEqual([]);
  await close();
});

test('a state is saved, and opened again elsewhere it is the same', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), `en/lstm-forward/${whole}`);
  await ledger(page);
  const numbers = await numbersOn(page);
  await view(page, 'change');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: en.files.save }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('lstm-forward_state.json');
  const saved = readFileSync(await download.path(), 'utf8');

  await page.goto(`${inject('site')}en/lstm-forward/`, { waitUntil: 'networkidle' });
  await view(page, 'change');
  await openFile(page, 'lstm-forward_state.json', saved);
  await page.getByText('lstm-forward_state.json is open.').waitFor();
  await view(page, 'drawing');
  await expect.poll(() => numbersOn(page)).toEqual(numbers);
  expect(faults).toEqual([]);
  await close();
});

test('a large model of the reader’s own is walked through, kept from the server, and there after a reload', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm-forward/');
  await view(page, 'change');
  const { model } = presetBase(readPreset('gru-16-32-5')!);
  await openFile(page, 'mine.json', JSON.stringify(model, null, 2));
  await page.getByRole('radio', { name: 'mine.json' }).waitFor({ state: 'attached' });
  await page.getByText(/makes a link of \d,\d{3} characters/).waitFor();
  await expect.poll(() => page.url()).toContain('/en/lstm-forward/#?at=');
  await view(page, 'drawing');
  await expect.poll(() => page.url()).not.toContain('view=change');
  const numbers = await numbersOn(page);
  await reload(page);
  expect(await page.locator('.stage > .notice').count()).toBe(0);
  expect(await numbersOn(page)).toEqual(numbers);
  await page.locator('header a[hreflang=zh-Hans]').click();
  await page.locator('html[lang=zh-Hans]').waitFor();
  await expect.poll(() => numbersOn(page)).toEqual(numbers);
  expect(faults).toEqual([]);
  await close();
});

test.each(['getItem', 'setItem'])(
  'where storage throws at %s, the page works and changes its colours',
  async (method) => {
    const context = await browser.newContext();
    await context.addInitScript((name) => {
      Storage.prototype[name as 'getItem'] = () => {
        throw new DOMException('', name === 'setItem' ? 'QuotaExceededError' : 'SecurityError');
      };
    }, method);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${inject('site')}en/lstm-forward/${whole}`, { waitUntil: 'networkidle' });
    await awake(page);
    await page.getByRole('checkbox', { name: en.theme }).click();
    await page.locator('html[data-theme=dark]').waitFor();
    await page.getByRole('button', { name: en.walk.next, exact: true }).click();
    await page.locator('header a[hreflang=zh-Hans]').click();
    await page.locator('html[lang=zh-Hans][data-theme=dark]').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  },
);

test('where there is no storage at all, the page works', async () => {
  const context = await browser.newContext();
  await context.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('', 'SecurityError');
        },
      });
    }
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${inject('site')}en/lstm-forward/${whole}`, { waitUntil: 'networkidle' });
  await awake(page);
  await page.getByRole('checkbox', { name: en.theme }).click();
  await page.locator('html[data-theme=dark]').waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

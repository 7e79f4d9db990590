import type { Browser } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { stepsOf } from '#lib/engine/steps.ts';
import { rate, smallLstm } from '#lib/lessons/small-lstm.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { launchBrowser, visit } from './visit.ts';

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

const { before, after } = smallLstm();
const { run } = before;

function expected(text: string): string {
  if (text === 'rate') return String(rate);
  // What an update makes of a parameter is its value in the run that follows.
  const [, next, rest] = /^(next:)?(.*)$/.exec(text)!;
  const parsed = parseAddress(rest);
  if ('problem' in parsed) throw new Error(`${text}: ${parsed.problem}`);
  const reading = readAddress(next ? after.run : run, parsed.address);
  if ('problem' in reading) throw new Error(reading.problem);
  return String(reading.numbers[0]);
}

test('every number on the page is the engine’s, to the last bit, at every step', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm/');
  const steps = stepsOf(run.program);
  const timeline = page.getByRole('slider');
  let seen = 0;
  for (let index = 0; index < steps.length; index++) {
    await timeline.fill(String(index));
    const shown = await page.$$eval('[data-address]', (elements) =>
      elements.map((element) => [element.getAttribute('data-address')!, element.getAttribute('data-value')!]),
    );
    seen += shown.length;
    expect(shown).toEqual(shown.map(([address]) => [address, expected(address)]));
  }
  expect(seen).toBeGreaterThan(steps.length * 50);
  expect(faults).toEqual([]);
  await close();
});

test('a link opens at its step, and the step stands in the link', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'zh/lstm/?at=backward:cell.state@1');
  await expect.poll(() => page.getByRole('slider').getAttribute('aria-valuetext')).toContain('细胞状态');
  await page.getByRole('button', { name: '下一步' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toMatch(/\?at=backward:cell\.written@1$/);
  await page.keyboard.press('v');
  await expect.poll(() => page.url()).toMatch(/\?at=forward:cell\.written@1$/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect.poll(() => page.getByRole('slider').getAttribute('aria-valuetext')).toContain('forward · t = 1');
  expect(faults).toEqual([]);
  await close();
});

test('a link to a place that is none says so and shows the beginning', async () => {
  const { page, faults, close } = await visit(browser, inject('site'), 'en/lstm/?at=forward:no.such@7');
  await page.getByText('forward:no.such@7').waitFor();
  expect(await page.getByRole('slider').inputValue()).toBe('0');
  expect(faults).toEqual([]);
  await close();
});

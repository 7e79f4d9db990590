import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { checkGradient } from '#lib/engine/gradient-check.ts';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { edited } from '../../../tests/edited.ts';
import GradientCheck from './GradientCheck.svelte';

const model = specimen(lstm);
const props = { model, address: 'grad:W.f[0][1]', language: 'en' } as const;
const slider = () => page.getByRole('slider', { name: 'ε' });
const all = (selector: string): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(selector)];
const exactly = (address: string): string => {
  const parsed = parseAddress(address);
  const reading = 'address' in parsed ? readAddress(model.run, parsed.address) : parsed;
  return 'numbers' in reading ? String(reading.numbers[0]) : reading.problem;
};

beforeEach(() => void (document.body.style.width = ''));

test('every number with an address is the run’s, to the last bit', async () => {
  await render(GradientCheck, props);
  const shown = all('[data-address]').map(({ dataset }) => [dataset.address!, dataset.value!]);
  expect(new Set(shown.map(([address]) => address))).toEqual(
    new Set(['W.f[0][1]', 'grad:W.f[0][1]', 'nudged:W.f[0][1]']),
  );
  for (const [address, value] of shown) expect(value, address).toBe(exactly(address));
});

test('the number is called as in the notation, with the place where its library keeps it', async () => {
  await loadSymbols('keras');
  await render(GradientCheck, { ...props, model: model.inNotation('keras') });
  const [said] = all('section > p:has([data-address="W.f[0][1]"])');
  expect(said.querySelector('.symbol')!.textContent).toMatch(/\[2\]\[1\]$/);
  expect(said.querySelector('code')!.textContent).toBe('kernel[1, 2]');
});

test('at another ε the losses, the quotient and the error are those of that ε, and the quotient has no address', async () => {
  await render(GradientCheck, props);
  await page.getByRole('button', { name: 'ε × 10' }).click();
  const place = { id: 'W.f', t: 0, sample: 0 };
  const { above, below, numeric, analytic, relativeError } = checkGradient(model.run, place, 1, 1e-4);
  const numbers = all('section > .part table [data-value]');
  expect(numbers.map(({ dataset }) => Number(dataset.value))).toEqual([above, below, numeric, analytic, relativeError]);
  expect(all('section > .part table [data-address^=nudged]')).toEqual([]);
});

test('the slider keeps its keys, says what it means, and stops at its ends', async () => {
  await render(GradientCheck, props);
  await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^ε = 10⁻⁵, relative error /));
  slider().element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^ε = 2·10⁻⁵,/));
  await userEvent.keyboard('{End}');
  await page.getByRole('button', { name: 'ε × 10' }).click();
  await expect.element(slider()).toHaveAttribute('aria-valuetext', expect.stringMatching(/^ε = 10⁻¹,/));
});

test('from large ε to small the sentence tells of curvature, of agreement, of rounding', async () => {
  await render(GradientCheck, props);
  const told = async (key: string): Promise<string> => {
    slider().element().focus();
    await userEvent.keyboard(key);
    return all('.seen')[0].textContent;
  };
  expect(await told('{End}')).toContain('ε is too large');
  expect(await told('{Home}')).toContain('ε is too small');
  await page.getByText('The same numbers as a table').click();
  await page.getByRole('button', { name: 'Choose ε = 10⁻⁵' }).click();
  expect(all('.seen')[0].textContent).toMatch(/They agree to about \d+ figures/);
});

test('a gradient that lacks a term is told so, at every ε', async () => {
  const without = edited(model, { dropped: [{ value: 'cell.state', user: 'cell.kept' }] });
  await render(GradientCheck, { ...props, model: without });
  for (const key of ['{Home}', '{End}']) {
    slider().element().focus();
    await userEvent.keyboard(key);
    expect(all('.seen')[0].textContent).toContain('lacks a term');
  }
});

test('what is not the gradient of one number shows nothing', async () => {
  await render(GradientCheck, { ...props, address: 'grad:W.f' });
  expect(all('section')).toEqual([]);
});

test('the thumb stands under the place of the picture that it means', async () => {
  document.body.style.width = '440px';
  await render(GradientCheck, props);
  for (const key of ['{Home}', '{End}']) {
    slider().element().focus();
    await userEvent.keyboard(key);
    const track = slider().element().getBoundingClientRect();
    const thumb = key === '{Home}' ? track.left + 8 : track.right - 8;
    const { left, width } = all('.now')[0].getBoundingClientRect();
    expect(Math.abs(left + width / 2 - thumb), key).toBeLessThan(2);
  }
});

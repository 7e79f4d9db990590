import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Notation } from '#lib/cells/notation.ts';
import type { Pass } from '#lib/engine/steps.ts';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import type { Language } from '#lib/i18n/languages.ts';
import NumbersPanel from '#lib/workbench/change/NumbersPanel.svelte';
import { presetBase } from '#lib/workbench/preset.ts';
import { Workbench } from '#lib/workbench/workbench.svelte.ts';
import '../app.css';

const newBench = (): Workbench => {
  const base = presetBase({ cell: 'lstm', units: 2, timesteps: 4, seed: 1 });
  return new Workbench(
    () => base,
    () => undefined,
  );
};

async function shown({
  pass = 'forward' as Pass,
  id = 'forget.gate',
  language = 'en' as Language,
  notation = 'course' as Notation,
} = {}) {
  document.body.style.width = '';
  const bench = newBench();
  const screen = await render(NumbersPanel, { bench, step: { pass, id, t: 2 }, language, notation });
  return { bench, ...screen };
}

const weight = () => page.getByRole('spinbutton', { name: 'input weights of the forget gate, row 1, column 2' });
const numberOf = (bench: Workbench, id: string, element: number, t = 0): number =>
  bench.model.run.value(id, t)[element];
const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await userEvent.keyboard(key);
};
const paste = (field: Element, text: string): boolean => {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  return field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
};
const captions = (root: Element): string[] =>
  [...root.querySelectorAll('figcaption > span:last-child')].map(({ textContent }) => textContent);

test('it opens with the parameters of the step, and follows the step', async () => {
  const { container, bench, rerender } = await shown();
  const ofGate = ['input weights', 'recurrent weights', 'bias'].map((family) => `${family} of the forget gate`);
  expect(captions(container)).toEqual(ofGate);
  await rerender({ bench, step: { pass: 'backward', id: 'input.gate', t: 2 } });
  expect(captions(container)).toEqual(ofGate.map((name) => name.replace('forget', 'input')));
});

test('every number that is given can be reached: data, initial states, parameters', async () => {
  const { container, bench } = await shown();
  await page.getByRole('combobox', { name: 'Numbers to change' }).selectOptions('all of them');
  const addresses = [...container.querySelectorAll<HTMLElement>('input[data-address]')].map(
    ({ dataset }) => dataset.address!,
  );
  const { parameters } = bench.model.run;
  // Two inputs per timestep, a target at the last one, two initial states of two units.
  expect(addresses).toHaveLength(parameters.values.length + 2 * 4 + 1 + 2 * 2);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const address of addresses) expect(bench.original(address), address).toBeTypeOf('number');
  expect(addresses).toEqual(expect.arrayContaining(['input@2[0]', 'target@4[0]', 'cell.state@0[1]', 'b.y[0]']));
});

test('a typed number is taken with Enter or by leaving the field, and both passes answer', async () => {
  const { bench } = await shown();
  const gradient = bench.model.run.gradient('b.f')[0];
  await weight().fill('−１．２５');
  await press('{Enter}');
  expect(numberOf(bench, 'W.f', 1)).toBe(-1.25);
  await expect.element(weight()).toHaveValue('−1.25');
  expect(bench.model.run.gradient('b.f')[0]).not.toBe(gradient);
  await weight().fill('1.8·10⁻⁴');
  await press('{Tab}');
  expect(numberOf(bench, 'W.f', 1)).toBe(1.8e-4);
});

test('a field that is left as it was changes nothing, however many digits its number has', async () => {
  const { bench } = await shown();
  bench.set({ 'W.f[0][1]': 0.123456789 });
  await expect.element(weight()).toHaveValue('+0.123');
  await weight().fill('+0.123');
  await press('{Enter}');
  expect(numberOf(bench, 'W.f', 1)).toBe(0.123456789);
});

test.each([
  ['', 'There is no number here.'],
  ['half', 'That is not a number.'],
  ['1e400', 'That is too large'],
])('%j is told at the field and kept there, the old number stays, and Escape brings it back', async (typed, told) => {
  const { bench, container } = await shown();
  const before = numberOf(bench, 'W.f', 1);
  const text = (weight().element() as HTMLInputElement).value;
  await weight().fill(typed);
  await press('{Enter}');
  await expect.element(weight()).toHaveAttribute('aria-invalid', 'true');
  await expect.element(weight()).toHaveAccessibleDescription(expect.stringContaining(told));
  await expect.element(weight()).toHaveValue(typed);
  expect(numberOf(bench, 'W.f', 1)).toBe(before);
  expect(bench.isVaried).toBe(false);
  await press('{Escape}');
  await expect.element(weight()).toHaveValue(text);
  expect(container.querySelector('.problem')).toBeNull();
});

test('arrow keys step as a spin button does', async () => {
  const { bench } = await shown();
  bench.set({ 'W.f[0][1]': 0.2 });
  weight().element().focus();
  const seen = async (key: string): Promise<number> => {
    await press(key);
    return numberOf(bench, 'W.f', 1);
  };
  expect(await seen('{ArrowUp}')).toBe(0.3);
  expect(await seen('{ArrowDown}')).toBe(0.2);
  expect(await seen('{Shift>}{ArrowUp}{/Shift}')).toBe(0.21);
  expect(await seen('{PageDown}')).toBe(-0.79);
});

test('what differs is marked, says what it was, and can be taken back, alone or with its table', async () => {
  const { bench, container } = await shown();
  const before = numberOf(bench, 'W.f', 1);
  bench.set({ 'W.f[0][1]': 2, 'W.f[1][0]': -2 });
  await expect.element(weight()).toHaveAttribute('title', expect.stringContaining('originally'));
  expect(container.querySelectorAll('.marked')).toHaveLength(2);
  weight().element().focus();
  await page.getByRole('button', { name: /^input weights of the forget gate, row 1, column 2: back to/ }).click();
  expect(numberOf(bench, 'W.f', 1)).toBe(before);
  await page.getByRole('button', { name: 'input weights of the forget gate: take back changes: 1' }).click();
  expect(bench.isVaried).toBe(false);
  expect(container.querySelector('.marked')).toBeNull();
});

test('the slider moves the number that had the focus last, and a drag is one thing to undo', async () => {
  const { bench } = await shown();
  const before = numberOf(bench, 'W.f', 1);
  weight().element().focus();
  const found = page.getByRole('slider', { name: 'input weights of the forget gate, row 1, column 2' });
  await expect.element(found).toBeVisible();
  const slider = found.element() as HTMLInputElement;
  for (const to of ['0.5', '1', '1.5']) {
    slider.value = to;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
  }
  slider.dispatchEvent(new Event('change', { bubbles: true }));
  expect(numberOf(bench, 'W.f', 1)).toBe(1.5);
  await expect.element(weight()).toHaveValue('+1.50');
  bench.undo();
  expect(numberOf(bench, 'W.f', 1)).toBe(before);
  await expect.element(weight()).toHaveAttribute('data-value', String(before));
  slider.focus();
  await press('{ArrowRight}');
  expect(numberOf(bench, 'W.f', 1)).toBeCloseTo(before + 0.01, 10);
});

test('the slider stands where its number is, from the beginning', async () => {
  const { bench } = await shown();
  await expect.element(page.getByRole('slider')).toHaveValue(String(numberOf(bench, 'W.f', 0)));
});

test('the slider reaches further for a number that lies beyond it', async () => {
  const { bench } = await shown();
  bench.set({ 'W.f[0][0]': -7.5 });
  await expect.element(page.getByRole('slider')).toHaveAttribute('min', '-8');
});

test('a drag makes no field anew', async () => {
  const { bench, container } = await shown();
  const fields = [...container.querySelectorAll('input')];
  bench.set({ 'W.f[0][1]': 0.7 }, 'slide');
  await expect.element(weight()).toHaveValue('+0.70');
  expect([...container.querySelectorAll('input')].every((field, place) => field === fields[place])).toBe(true);
});

test('a pasted block fills the table from the field on', async () => {
  const { bench } = await shown();
  const first = page.getByRole('spinbutton', { name: 'input weights of the forget gate, row 1, column 1' });
  expect(paste(first.element(), '[[1, 2], [3, 4]]')).toBe(false);
  expect([...bench.model.run.value('W.f')]).toEqual([1, 2, 3, 4]);
  paste(page.getByRole('spinbutton', { name: 'bias of the forget gate, unit 1' }).element(), '5\t6');
  expect([...bench.model.run.value('b.f')]).toEqual([5, 6]);
  bench.undo();
  expect([...bench.model.run.value('W.f')]).toEqual([1, 2, 3, 4]);
});

test('in PyTorch’s notation each table says which rows of which array it is, and the number in hand which one', async () => {
  await loadSymbols('pytorch');
  const { bench, container } = await shown({ notation: 'pytorch' });
  const blocks = [...container.querySelectorAll('figure code')].map(({ textContent }) => textContent);
  expect(blocks).toEqual(['weight_ih_l0[2:4]', 'weight_hh_l0[2:4]', 'bias_ih_l0[2:4] + bias_hh_l0[2:4]']);
  await weight().click();
  expect(container.querySelector('.in-hand code')!.textContent).toBe('weight_ih_l0[2, 1]');
  await weight().fill('0.5');
  await press('{Enter}');
  expect(numberOf(bench, 'W.f', 1)).toBe(0.5);
});

test('in Keras’ notation a table stands as the kernel does, so that a block of it can be pasted', async () => {
  await loadSymbols('keras');
  const { bench, container } = await shown({ notation: 'keras' });
  expect(container.querySelector('figure code')!.textContent).toBe('kernel[:, 2:4]');
  await weight().click();
  expect(container.querySelector('.in-hand code')!.textContent).toBe('kernel[0, 3]');
  const first = page.getByRole('spinbutton', { name: 'input weights of the forget gate, row 1, column 1' });
  paste(first.element(), '[[1, 2], [3, 4]]');
  expect([...bench.model.run.value('W.f')]).toEqual([1, 3, 2, 4]);
  paste(page.getByRole('spinbutton', { name: 'bias of the forget gate, unit 1' }).element(), '[5, 6]');
  expect([...bench.model.run.value('b.f')]).toEqual([5, 6]);
});

test('a value to hold is called as in the notation', async () => {
  await loadSymbols('pytorch');
  const { bench } = await shown({ notation: 'pytorch' });
  await expect.element(page.getByRole('option', { name: 'candidate gₜ' })).toBeInTheDocument();
  bench.hold('candidate', 0);
  await expect.element(page.getByText('candidate, at every timestep, all units')).toBeVisible();
});

test('a block that does not fit changes nothing and says so', async () => {
  const { bench, container } = await shown();
  const first = page.getByRole('spinbutton', { name: 'input weights of the forget gate, row 1, column 1' });
  paste(first.element(), '1 2 3 4 5\n1 2 3 4 5\n1 2 3 4 5');
  await expect.element(page.getByText('2 × 2 places; what was pasted has 3 × 5')).toBeVisible();
  paste(first.element(), '1\tx\n3\t4');
  await expect.element(page.getByText('What was pasted contains “x”.')).toBeVisible();
  paste(first.element(), '1,2;3,4');
  await expect.element(page.getByText('Write “1 2; 3 4” for rows, or “1.2; 3.4” for numbers')).toBeVisible();
  expect(container.querySelectorAll('.problem')).toHaveLength(1);
  expect(bench.isVaried).toBe(false);
});

test.each(['paste', 'entry'])(
  'the reason for a refused %s stands below its field, in view, and moves no column',
  async (way) => {
    const { container } = await shown();
    await page.viewport(390, 200);
    container.style.cssText = 'display: block; height: 200px; overflow: auto';
    await page.getByRole('combobox', { name: 'Numbers to change' }).selectOptions('all of them');
    const field = page.getByRole('spinbutton', { name: 'recurrent weights of the forget gate, row 1, column 2' });
    // At the lower edge of what is in view.
    field.element().scrollIntoView({ block: 'end' });
    (field.element() as HTMLElement).focus({ preventScroll: true });
    const { left } = field.element().getBoundingClientRect();
    if (way === 'paste') paste(field.element(), '1 2\n3');
    else {
      await field.fill('half');
      await press('{Enter}');
    }
    const below = (): number => container.querySelector('.problem')?.getBoundingClientRect().bottom ?? Infinity;
    await expect.poll(below).toBeLessThanOrEqual(200);
    const problem = container.querySelector('.problem')!.getBoundingClientRect();
    const place = field.element().getBoundingClientRect();
    expect(problem.top).toBeGreaterThanOrEqual(place.bottom);
    expect(problem.top - place.bottom).toBeLessThan(20);
    expect(place.left).toBe(left);
    await page.viewport(414, 896);
  },
);

test('a gate is held at every timestep or at this one, at 0, at 1 or at any number, and let go', async () => {
  const { bench } = await shown();
  const preactivation = () => [...bench.model.run.gradient('forget.preactivation', 2)];
  await page.getByRole('button', { name: 'hold at 1' }).click();
  expect(bench.variation.hold).toEqual({ 'forget.gate': 1 });
  expect([...bench.model.run.value('forget.gate', 3)]).toEqual([1, 1]);
  expect(preactivation()).toEqual([0, 0]);
  expect(bench.model.run.gradient('forget.gate', 2)[0]).not.toBe(0);
  await page.getByRole('combobox', { name: 'When' }).selectOptions('t = 2');
  await page.getByRole('combobox', { name: 'Which units' }).selectOptions('unit 2');
  await page.getByRole('spinbutton', { name: 'Number to hold it at' }).fill('0.25');
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  expect(bench.variation.hold).toEqual({ 'forget.gate': 1, 'forget.gate@2[1]': 0.25 });
  expect([...bench.model.run.value('forget.gate', 2)]).toEqual([1, 0.25]);
  const held = page.getByRole('spinbutton', { name: 'forget gate, t = 2, unit 2: held at' });
  await held.fill('0.75');
  await press('{Enter}');
  expect(bench.variation.hold['forget.gate@2[1]']).toBe(0.75);
  await page.getByRole('button', { name: 'Let go: forget gate, at every timestep, all units' }).click();
  expect(bench.variation.hold).toEqual({ 'forget.gate@2[1]': 0.75 });
});

test('gates stand first among what can be held, and at a step without one the first gate is offered', async () => {
  const { container } = await shown({ id: 'loss' });
  const list = page.getByRole('combobox', { name: 'Value to hold' });
  await expect.element(list).toHaveValue('forget.gate');
  const values = [...container.querySelectorAll<HTMLOptionElement>('.choices select:first-child option')].map(
    ({ value }) => value,
  );
  expect(values.slice(0, 3)).toEqual(['forget.gate', 'input.gate', 'output.gate']);
  expect(values.slice(-4).every((value) => value.endsWith('.preactivation'))).toBe(true);
});

test('of a pre-activation that is held it is said what its gate becomes, unless that is held itself', async () => {
  const { bench } = await shown();
  const remark = page.getByText('Held at 0, it makes the forget gate 0.500.');
  await page.getByRole('combobox', { name: 'Value to hold' }).selectOptions('forget gate before the sigmoid');
  await expect.element(remark).toBeVisible();
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  expect([...bench.model.run.value('forget.gate', 2)]).toEqual([0.5, 0.5]);
  const held = page.getByRole('spinbutton', { name: /^forget gate before the sigmoid, .* held at$/ });
  await expect.element(held).toHaveAccessibleDescription('Held at 0, it makes the forget gate 0.500.');
  bench.hold('forget.gate', 1);
  await expect.element(remark).not.toBeInTheDocument();
});

test('a number that no sigmoid gives is held all the same, and said to be one', async () => {
  const { bench } = await shown();
  const remark = page.getByText('always lies between 0 and 1: no input leads to 2');
  const field = page.getByRole('spinbutton', { name: 'Number to hold it at' });
  await field.fill('2');
  await press('{Enter}');
  await expect.element(remark).toBeVisible();
  await expect.element(field).toHaveAccessibleDescription(/^Computed, the forget gate/);
  await page.getByRole('button', { name: 'Hold', exact: true }).click();
  expect(bench.variation.hold).toEqual({ 'forget.gate': 2 });
  await expect.element(remark).toBeVisible();
  bench.hold('forget.gate', 1);
  await expect.element(page.getByText('no input leads')).toBeVisible();
  await field.fill('0.5');
  await press('{Enter}');
  await expect.element(remark).not.toBeInTheDocument();
});

test('after updates the fields show the numbers as they are now', async () => {
  const { bench } = await shown();
  bench.update(3);
  await expect.element(weight()).toHaveAttribute('data-value', String(numberOf(bench, 'W.f', 1)));
  await weight().fill('0.5');
  await press('{Enter}');
  expect(bench.variation.updates).toBe(0);
  expect(numberOf(bench, 'W.f', 1)).toBe(0.5);
});

test.each([
  ['en', 'light'],
  ['zh', 'dark'],
] as const)('axe has nothing to say (%s, %s), and nothing is wider than 320 px', async (language, theme) => {
  const { container, bench } = await shown({ language });
  document.documentElement.dataset.theme = theme;
  document.body.style.width = '300px';
  container.style.background = 'var(--stage)';
  bench.set({ 'W.f[0][0]': 12 });
  bench.hold('forget.gate', 1);
  const field = page.getByRole('spinbutton').nth(1);
  await field.fill('x');
  await press('{Enter}');
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  expect(container.querySelector('section')!.scrollWidth).toBeLessThanOrEqual(300);
});

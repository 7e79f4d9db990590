/** What is changed in its view, with the stage around it, which listens to clicks and keys, too. */
import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Stage from '#lib/stage/Stage.svelte';
import type { StageState } from '#lib/stage/stage-state.ts';
import { Stage as StageModel } from '#lib/stage/stage.svelte.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import '../app.css';

/** What a page's link is to a stage that has none. */
const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;

beforeEach(() => page.viewport(1280, 800));

async function shown(state: Partial<StageState>, timesteps = 4) {
  const base = presetBase({ cell: 'lstm', units: 2, timesteps, seed: 1 });
  const stage = new StageModel(() => base, { at: 'forward:loss', ...state });
  const { container } = await render(Stage, { stage, language: 'en', link });
  return { stage, container };
}

const bias = () => page.getByRole('spinbutton', { name: 'bias of the forget gate, unit 2' });
const rate = () => page.getByRole('textbox', { name: 'learning rate' });
const biasOf = ({ bench }: StageModel): number => bench.model.run.value('b.f')[1];

test('a click into a field of any kind is no question about its number', async () => {
  const { stage, container } = await shown({ view: 'change', given: 'b.f', rule: 'adam' });
  await expect.element(rate()).toBeVisible();
  const fields = container.querySelectorAll<HTMLInputElement>('input[type=text][data-address]');
  expect([...fields].map(({ dataset }) => dataset.address)).toEqual(
    expect.arrayContaining(['b.f[1]', 'rate', 'beta1', 'beta2', 'epsilon']),
  );
  for (const field of fields) {
    field.click();
    expect(stage.asked).toBeNull();
  }
  container.querySelector<HTMLElement>('.in-hand b[data-address]')!.click();
  expect(stage.asked).not.toBeNull();
});

test('what was applied from a field is undone and redone in it; what is still being typed is the browser’s', async () => {
  const { stage } = await shown({ view: 'change', given: 'b.f' });
  const before = biasOf(stage);
  await bias().fill('4');
  await userEvent.keyboard('{Enter}{Control>}z{/Control}');
  expect(biasOf(stage)).toBe(before);
  await userEvent.keyboard('{Control>}y{/Control}');
  expect(biasOf(stage)).toBe(4);
  await expect.element(bias()).toHaveValue('+4.00');
  await bias().fill('5');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(biasOf(stage)).toBe(4);
  await expect.element(bias()).not.toHaveValue('5');
});

test('the learning rate is undone in its field, and anything in a list', async () => {
  const { stage } = await shown({ view: 'change', given: 'b.f' });
  await rate().fill('0.5');
  await userEvent.keyboard('{Enter}{Control>}z{/Control}');
  await expect.element(rate()).toHaveValue('0.1');
  stage.bench.set({ 'b.f[1]': 4 });
  page.getByRole('combobox', { name: 'Numbers to change' }).element().focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(stage.bench.isVaried).toBe(false);
});

test('a term that is left out at every timestep is said to be, and can be counted again everywhere', async () => {
  const entry = 'grad:cell.state<cell.kept';
  const { stage } = await shown({ at: 'backward:cell.state@2', drop: [entry] });
  await expect.element(page.getByText('left out at every timestep')).toBeInTheDocument();
  await page.getByRole('button', { name: /^Count again what comes via the .*, at every timestep$/ }).click();
  expect(stage.bench.variation.drop).toEqual([]);
  stage.bench.toggleDrop(`${entry.replace('<', '@2<')}@3`);
  await expect.element(page.getByText('left out here')).toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: /^Count again/ })).not.toBeInTheDocument();
});

test('a parameter’s way in a library’s arrays is read to its end, also beside the buttons of a change', async () => {
  const { stage, container } = await shown({ at: 'backward:b.f@2', set: { 'b.f[0]': 2 } });
  container.style.cssText = 'display: block; width: 792px';
  await stage.write('pytorch');
  const place = container.querySelector('.place')!;
  await expect.poll(() => place.textContent).toContain('bias_ih_l0[2:4] + bias_hh_l0[2:4]');
  expect(place.scrollHeight).toBeLessThanOrEqual(place.clientHeight);
});

test.each([4, 8, 32])('the names of %i timesteps stand clear of each other on a short timeline', async (timesteps) => {
  const { container } = await shown({}, timesteps);
  container.querySelector<HTMLElement>('.timeline')!.style.cssText = 'flex: none; width: 121px';
  const names = (): DOMRect[] =>
    [...container.querySelectorAll('.marks span')].map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return range.getBoundingClientRect();
    });
  const gaps = (): number[] => names().flatMap(({ left }, place, all) => (place ? left - all[place - 1].right : []));
  await expect.poll(() => Math.min(...gaps())).toBeGreaterThan(2);
  expect(names().length).toBeGreaterThanOrEqual(4);
});

test.each([1280, 390])(
  'in a window of %d px a term is left out by a tap anywhere on the head of its row',
  async (width) => {
    await page.viewport(width, 800);
    const { stage, container } = await shown({ at: 'backward:cell.state@2' });
    await expect.poll(() => container.querySelectorAll('.ledger input').length).toBeGreaterThan(1);
    for (const head of container.querySelectorAll<HTMLElement>('.ledger tbody th:has(input)')) {
      const { left, top, width: wide, height } = head.getBoundingClientRect();
      head.scrollIntoView({ block: 'nearest' });
      expect(wide).toBeGreaterThanOrEqual(44);
      expect(height).toBeGreaterThanOrEqual(24);
      const box = head.querySelector('input')!;
      const corners = [2, wide - 2].flatMap((x) => [2, height - 2].map((y) => [x, y]));
      for (const [x, y] of corners) {
        const { left: l, top: t } = head.getBoundingClientRect();
        expect(document.elementFromPoint(l + x, t + y)?.closest('label')?.control, `${left} ${top} ${x} ${y}`).toBe(
          box,
        );
      }
      head.querySelector<HTMLElement>('span')!.click();
      expect(box.checked).toBe(false);
    }
    expect(stage.bench.variation.drop.length).toBe(container.querySelectorAll('.ledger input').length);
  },
);

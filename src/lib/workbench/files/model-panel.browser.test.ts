import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { modelWith, rightModel } from '#lib/cells/model-file/faulty-files.ts';
import { readModelFile } from '#lib/cells/model-file/read.ts';
import { en } from '#lib/i18n/later/en.ts';
import type { LinkState } from '#lib/stepper/link.ts';
import ModelPanel from '../change/ModelPanel.svelte';
import { loadOtherModels } from '../other-models.ts';
import { Workbench } from '../workbench.svelte.ts';
import { stateFileText } from './state-file.ts';

const words = en.files;
const base = { model: readModelFile(JSON.stringify(rightModel), 'own'), rate: 0.1 };
let bench: Workbench;
beforeEach(
  () =>
    void (bench = new Workbench(
      (setting) => (setting === undefined ? base : undefined),
      () => undefined,
    )),
);

const drop = (...files: File[]): void => {
  const transfer = new DataTransfer();
  files.forEach((file) => transfer.items.add(file));
  const place = page.getByRole('region').first().element();
  for (const type of ['dragover', 'drop']) {
    const event = new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true });
    place.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  }
};
const choose = (name: string): void => (page.getByRole('radio', { name }).element() as HTMLElement).click();

test('other networks are one click away, the current one is marked, and so is the way back', async () => {
  await page.viewport(1280, 720);
  await render(ModelPanel, { bench, language: 'en' });
  await expect.element(page.getByRole('radio', { name: words.own })).toBeChecked();
  choose(words.preset);
  await expect.element(page.getByRole('radio', { name: 'LSTM' })).toBeChecked();
  choose('GRU');
  await vi.waitFor(() => expect(bench.model.cell.id).toBe('gru'));
  await page.getByRole('button', { name: words.otherWeights }).click();
  await vi.waitFor(() => expect(bench.origins).toEqual({ preset: 'gru-4-8-2' }));
  choose(words.own);
  expect(bench.origins).toEqual({});
  bench.undo();
  expect(bench.origins).toEqual({ preset: 'gru-4-8-2' });
});

test.each([
  ['a network that was chosen', () => choose(words.preset)],
  ['a file that was dropped', () => drop(new File([JSON.stringify(rightModel)], 'mine.json'))],
])('%s comes no more when the reader has gone on meanwhile', async (_, ask) => {
  await page.viewport(1280, 720);
  const { unmount } = await render(ModelPanel, { bench, language: 'en' });
  ask();
  await unmount();
  await loadOtherModels();
  await new Promise((done) => setTimeout(done));
  expect(bench.origins).toEqual({});
});

test('a model that is dropped is shown under its name, and undo brings back what was there', async () => {
  await page.viewport(1280, 720);
  await render(ModelPanel, { bench, language: 'en' });
  drop(new File([modelWith('parameters weight_ih_l0 0 0', 0.75)], 'mine.json'));
  await expect.element(page.getByRole('radio', { name: 'mine.json' })).toBeChecked();
  expect(bench.model.run.value('W.i')[0]).toBe(0.75);
  bench.undo();
  await expect.element(page.getByRole('radio', { name: words.own })).toBeChecked();
});

test('the whole name of a file stands among the models, and nothing runs out of a narrow box', async () => {
  await page.viewport(1280, 720);
  const { container } = await render(ModelPanel, { bench, language: 'en' });
  container.style.cssText = 'display: block; width: 304px';
  const name = 'a-model-of-my-own-class-in-the-year-2026.json';
  drop(new File([modelWith('parameters weight_ih_l0 0 0', 0.75)], name));
  await expect.element(page.getByRole('radio', { name })).toBeChecked();
  const box = container.querySelector('section')!;
  expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth);
});

test('a file that cannot be opened changes nothing, and the reason has the focus', async () => {
  await render(ModelPanel, { bench, language: 'zh' });
  const before = bench.model;
  for (const file of [new File(['{'], 'a.json'), new File([modelWith('cell', 'peephole')], 'b.json')]) {
    drop(file);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain(file.name));
  }
  expect(document.activeElement?.textContent).toContain('cell: expected one of');
  expect(bench.model).toBe(before);
  expect(bench.history.canUndo).toBe(false);
  drop(new File([], 'one'), new File([], 'two'));
  await vi.waitFor(() => expect(document.activeElement?.textContent).toMatch(/一次只能/));
});

test('a saved state is opened by whoever reads links, and what it has too much of is named', async () => {
  const onopen = vi.fn((_: LinkState): string[] => ['set=x:1']);
  await render(ModelPanel, { bench, language: 'en', lesson: 'lstm-forward', onopen });
  const state = { at: 'forward:loss', set: 'x:1' };
  drop(new File([stateFileText({ lesson: 'lstm-backward', state })], 'other.json'));
  await expect.element(page.getByText('other.json belongs to another lesson')).toBeVisible();
  expect(onopen).not.toHaveBeenCalled();
  drop(new File([stateFileText({ lesson: 'lstm-forward', state })], 'state.json'));
  await expect.element(page.getByText('set=x:1')).toBeVisible();
  expect(onopen).toHaveBeenCalledExactlyOnceWith(state);
  expect(bench.history.canUndo).toBe(true);
});

test('a long link is said to be long, and a short one is not', async () => {
  const props = { bench, language: 'en', lesson: 'lstm-forward' } as const;
  const screen = await render(ModelPanel, { ...props, linkState: { at: 'forward:loss' } });
  expect(page.getByText(/makes a link of/).elements()).toHaveLength(0);
  await screen.rerender({ linkState: { at: 'forward:loss', model: '1,'.repeat(2000) } });
  await expect.element(page.getByText(/makes a link of 4,\d\d\d characters/)).toBeVisible();
});

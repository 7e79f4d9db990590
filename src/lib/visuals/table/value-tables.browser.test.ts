import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Step } from '#lib/engine/steps.ts';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import { edited } from '../../../tests/edited.ts';
import { specimen } from '../gallery/specimen.ts';
import ValueTables from './ValueTables.svelte';

const model = specimen(lstm, { hiddenSize: 16, inputSize: 2, timesteps: 128 });
const step: Step = { pass: 'backward', t: 100, id: 'cell.state' };

test('the row of the step is marked, and a long run stays light', async () => {
  const { container } = await render(ValueTables, { model, step, language: 'en' });
  const [row, ...others] = container.querySelectorAll('tr[aria-current=step]');
  expect(others).toEqual([]);
  expect(row.querySelector('th')!.textContent).toContain('cell state');
  expect(row.querySelector('[data-address="grad:cell.state@100[0]"]')).toHaveProperty(
    'title',
    String(model.run.gradient('cell.state', 100)[0]),
  );
  expect(container.querySelectorAll('*').length).toBeLessThan(2000);
});

test('where matrices lie on their side, what feeds a unit is a column, and the library says where it keeps it', async () => {
  await loadSymbols('keras');
  const { container } = await render(ValueTables, { model: model.inNotation('keras'), step, language: 'en' });
  const parameters = container.querySelector('details')!.textContent;
  expect(parameters).toContain('its column of each matrix');
  expect(parameters).toContain('row 1');
  expect(parameters).toContain('kernel[:, 16:32]');
});

test('units are turned over in pages, until the page chooses another one', async () => {
  const { container, getByRole, rerender } = await render(ValueTables, { model, step, language: 'en' });
  const shows = (address: string): boolean => container.querySelector(`[data-address="${address}"]`) !== null;
  await getByRole('button', { name: 'Those after: entries 1–4 of 16' }).click();
  expect(shows('forget.gate@100[4]')).toBe(true);
  expect(shows('forget.gate@100[3]')).toBe(false);
  await rerender({ unit: 13 });
  expect(shows('forget.gate@100[13]')).toBe(true);
});

test('what stands in a column is an entry, which of the input is no unit', async () => {
  const { container, getByRole } = await render(ValueTables, { model, step, language: 'en', unit: 1 });
  const [table] = container.querySelectorAll('table');
  expect([...table.querySelectorAll('thead .group')].map((head) => head.textContent)).toContain('entry 2');
  expect(table.caption!.textContent).toContain('For the cell’s own values, entries are units.');
  await getByRole('radio', { name: 'one unit over time' }).click();
  expect(container.querySelector('caption')!.textContent).toContain('For inputs, targets and outputs it is entry 2.');
});

test('what the walk has not come to yet is marked, for eyes and ears, where there is a walk', async () => {
  const waits = (container: Element, address: string): boolean =>
    container.querySelector(`[data-address="${address}"]`)!.closest('td')!.textContent.includes('not reached yet');
  const props = { model, step, language: 'en' as const };
  const { container, rerender } = await render(ValueTables, { ...props, onselect: () => undefined });
  expect(waits(container, 'forget.gate@100[0]')).toBe(false);
  expect(waits(container, 'grad:cell.state@100[0]')).toBe(false);
  expect(waits(container, 'grad:forget.gate@100[0]')).toBe(true);
  expect(waits(container, 'grad:W.f[0][0]')).toBe(true);
  await rerender({ step: { pass: 'forward', t: 100, id: 'cell.kept' } });
  expect(waits(container, 'forget.gate@100[0]')).toBe(false);
  expect(waits(container, 'cell.state@100[0]')).toBe(true);
  await rerender({ step: { pass: 'forward', t: 128, id: 'cell.kept' } });
  expect(waits(container, 'grad:target@128[0]')).toBe(true);
  await rerender({ step: { pass: 'update', t: 0, id: 'W.f' } });
  expect(container.querySelector('.later, .key')).toBeNull();
  const inText = await render(ValueTables, props);
  expect(inText.container.querySelector('.later, .key')).toBeNull();
});

test('the caption says what of the model has been edited', async () => {
  const small = specimen(lstm);
  const held = edited(small, { held: [{ id: 'forget.gate', t: 2, to: 1 }] });
  const at: Step = { pass: 'forward', t: 2, id: 'cell.state' };
  const { container } = await render(ValueTables, { model: held, step: at, language: 'en' });
  expect(container.querySelector('caption')!.textContent).toContain('Held at a number: forget gate, t = 2.');
});

test('one unit over time begins where the step is, and leads to the initial state', async () => {
  const { container, getByRole, rerender } = await render(ValueTables, { model, step, language: 'en', unit: 2 });
  await getByRole('radio', { name: 'one unit over time' }).click();
  expect(container.querySelector('thead .current')!.textContent).toBe('t = 100');
  expect(container.querySelector('[data-address="cell.state@103[2]"]')).not.toBeNull();
  await rerender({ step: { ...step, t: 0 } });
  expect(container.querySelector('[data-address="grad:cell.state@0[2]"]')).not.toBeNull();
});

test('numbers can be chosen where somebody wants to know of it, and are plain text otherwise', async () => {
  const onselect = vi.fn();
  const plain = await render(ValueTables, { model, step, language: 'en' });
  expect(plain.container.querySelector('td button')).toBeNull();
  const { container } = await render(ValueTables, { model, step, language: 'en', onselect });
  container.querySelector<HTMLElement>('[data-address="grad:candidate@100[1]"]')!.click();
  expect(onselect).toHaveBeenCalledExactlyOnceWith('grad:candidate@100[1]');
});

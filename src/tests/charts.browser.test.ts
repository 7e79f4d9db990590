import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import type { Step } from '#lib/engine/steps.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import GatesChart from '#lib/visuals/gates-chart/GatesChart.svelte';
import GradientsChart from '#lib/visuals/gradients-chart/GradientsChart.svelte';
import '../app.css';
import { edited } from './edited.ts';

const model = specimen(lstm);
const at = (t: number): Step => ({ pass: 'forward', t, id: 'forget.gate' });

beforeEach(() => {
  document.body.style.width = '800px';
  document.documentElement.dataset.theme = 'light';
});

/** A chart that has been seen, and so drawn. */
async function drawn(props: { onselect?: (step: Step) => void; onhighlight?: (address: string | null) => void } = {}) {
  const result = await render(GatesChart, { model, step: at(2), language: 'en', still: true, ...props });
  const find = <T extends Element>(selector: string): T => result.container.querySelector<T>(selector)!;
  await vi.waitFor(() => expect(find('.cursor')).not.toBeNull());
  // A chart measures its box once more in the first frames.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  return { ...result, find, canvas: find<HTMLCanvasElement>('canvas') };
}

const cursorOf = (container: Element): number =>
  container.querySelector('.cursor .line')!.getBoundingClientRect().left -
  container.querySelector('canvas')!.getBoundingClientRect().left;

test('before it is seen there is room for it, and its numbers', async () => {
  const { container } = await render(GatesChart, { model, step: at(2), language: 'en' });
  const [plot] = container.querySelectorAll<HTMLElement>('.plot');
  const height = plot.offsetHeight;
  expect(plot.querySelector('canvas')).toBeNull();
  expect(container.querySelectorAll('table [data-address]')).toHaveLength(12);
  await vi.waitFor(() => expect(plot.querySelector('canvas')).not.toBeNull());
  expect(plot.offsetHeight).toBe(height);
});

test('on paper, the table stands for a chart that was never seen', async () => {
  const { container } = await render(GatesChart, { model, step: at(2), language: 'en' });
  const details = container.querySelector('details')!;
  dispatchEvent(new Event('beforeprint'));
  expect(details.open).toBe(true);
  dispatchEvent(new Event('afterprint'));
  await vi.waitFor(() => expect(details.open).toBe(false));
});

test('a chart of an edited model says so below its title, where everybody reads it', async () => {
  const props = { step: at(2), language: 'en' as const };
  const { container, rerender } = await render(GatesChart, { model, ...props });
  const edits = () => container.querySelector('figcaption .edits')?.textContent;
  expect(edits()).toBeUndefined();
  await rerender({ model: edited(model, { held: [{ id: 'forget.gate', t: 2, to: 1 }] }) });
  expect(edits()).toBe('Held at a number: forget gate, t = 2.');
});

test('in a text a chart claims nothing of a walk: all of it is computed, and its timestep is marked', async () => {
  const { find } = await drawn();
  expect(find('.to-come')).toBeNull();
  expect(find('.plot').getAttribute('aria-label')).toMatch(/Timesteps 1 to 4, t = 2 is marked\./);
});

test('a step moves the line, and draws nothing anew', async () => {
  const { container, canvas, rerender } = await drawn();
  const before = cursorOf(container);
  const draw = vi.spyOn(CanvasRenderingContext2D.prototype, 'clearRect');
  const picture = canvas.toDataURL();
  await rerender({ model, step: at(3), language: 'en', still: true });
  await vi.waitFor(() => expect(cursorOf(container)).toBeGreaterThan(before + 50));
  expect(draw).not.toHaveBeenCalled();
  draw.mockRestore();
  expect(canvas.toDataURL()).toBe(picture);
  expect(container.querySelector('.values [data-address]')).toMatchObject({
    dataset: { address: 'forget.gate@3[0]', value: String(model.run.value('forget.gate', 3)[0]) },
  });
});

test('colours follow the theme', async () => {
  const { canvas } = await drawn();
  const light = canvas.toDataURL();
  document.documentElement.dataset.theme = 'dark';
  await vi.waitFor(() => expect(canvas.toDataURL()).not.toBe(light));
  document.documentElement.dataset.theme = 'light';
  await vi.waitFor(() => expect(canvas.toDataURL()).toBe(light));
});

test('a click goes to the timestep it is nearest to, and the pointer is told the numbers there', async () => {
  const [onselect, onhighlight] = [vi.fn(), vi.fn()];
  const { find, canvas } = await drawn({ onselect, onhighlight });
  const { right, top } = canvas.getBoundingClientRect();
  const end = { bubbles: true, clientX: right - 130, clientY: top + 10 };
  canvas.dispatchEvent(new PointerEvent('pointermove', end));
  expect(onhighlight).toHaveBeenLastCalledWith(expect.stringMatching(/\.gate@4\[0\]$/));
  await vi.waitFor(() => expect(find('.popover').textContent).toContain('t = 4'));
  canvas.dispatchEvent(new MouseEvent('click', end));
  expect(onselect).toHaveBeenCalledExactlyOnceWith(at(4));
  find('.plot').dispatchEvent(new PointerEvent('pointerleave'));
  expect(onhighlight).toHaveBeenLastCalledWith(null);
});

test('whoever has no pointer goes by the table', async () => {
  const onselect = vi.fn();
  const { getByRole, find } = await drawn({ onselect });
  find<HTMLDetailsElement>('details').open = true;
  await getByRole('button', { name: 'Timestep 3' }).click();
  expect(onselect).toHaveBeenCalledExactlyOnceWith(at(3));
});

test('a gradient of 0, which no logarithmic axis has a place for, is said in words and stands in the table', async () => {
  const graph = sequenceModel(lstm, { inputSize: 1, hiddenSize: 1, outputSize: 1 }, { kind: 'sse', at: [2] });
  const run = new Run(compile(graph, { timesteps: 4 }));
  for (const { id } of graph.parameters) run.value(id as 'W.f').fill(0.5);
  const props = { model: new NamedRun(lstm, run.forward().backward()), step: at(2), language: 'en' } as const;
  const { container } = await render(GradientsChart, props);
  const said = 'Not on this axis: cell state 0 at t = 3–4; hidden state 0 at t = 3–4.';
  expect(container.textContent).toContain(said);
  expect(container.querySelector('td[data-address="norm:grad:cell.state@4"]')!.textContent).toBe('0');
  await vi.waitFor(() => expect(container.querySelectorAll('svg .dot')).toHaveLength(2));
});

test('a single timestep is a chart, too', async () => {
  const { container } = await render(GatesChart, {
    model: specimen(lstm, { hiddenSize: 1, inputSize: 1, timesteps: 1 }),
    step: at(1),
    language: 'zh',
  });
  await vi.waitFor(() => expect(container.querySelectorAll('svg .dot')).toHaveLength(3));
});

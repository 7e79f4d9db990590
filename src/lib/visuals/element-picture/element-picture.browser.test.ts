import { beforeAll, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Step } from '#lib/engine/steps.ts';
import { numberText } from '#lib/formula/number.ts';
import { edited } from '../../../tests/edited.ts';
import { specimen } from '../gallery/specimen.ts';
import ElementPicture from './ElementPicture.svelte';

const model = specimen(lstm);
const sum: Step = { pass: 'forward', t: 2, id: 'forget.preactivation' };
const gate: Step = { pass: 'forward', t: 2, id: 'forget.gate' };
const language = 'en' as const;

beforeAll(() => {
  document.body.style.width = '1000px';
});

const draw = (more: object) => render(ElementPicture, { model, step: sum, language, ...more });

test('what is pointed at lights up wherever it stands, and the line that leads there', async () => {
  const { container, rerender } = await draw({});
  const lit = () => [...container.querySelectorAll('svg .lit')];
  expect(lit()).toHaveLength(0);
  const shown = numberText(model.run.value('hidden.state', 1)[0]);
  await rerender({ highlighted: 'hidden.state@1[0]' });
  expect(lit().map(({ tagName, textContent }) => tagName + textContent)).toEqual(['g', `g${shown}`, `text${shown}`]);
  await rerender({ highlighted: 'hidden.state@1' });
  expect(container.querySelectorAll('.cell.lit')).toHaveLength(2);
  await rerender({ highlighted: 'forget.preactivation@2[0]' });
  expect(container.querySelectorAll('.result.lit')).toHaveLength(1);
});

test('every number can be pointed at, asked for, and reached by keyboard', async () => {
  const [onhighlight, onselect] = [vi.fn(), vi.fn()];
  const { container } = await draw({ onhighlight, onselect });
  const buttons = [...container.querySelectorAll('button')];
  const named = (name: string) => buttons.find((button) => button.getAttribute('aria-label')!.startsWith(name))!;
  expect(buttons).toHaveLength(2 + 2 + 2 * (2 + 2 + 1) + 1);

  const hidden = named('hidden state at t = 1, unit 1:');
  await userEvent.hover(hidden);
  expect(onhighlight).toHaveBeenLastCalledWith('hidden.state@1[0]');
  await userEvent.click(hidden);
  expect(onselect).toHaveBeenLastCalledWith('hidden.state@1[0]');

  expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toEqual([hidden]);
  hidden.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(document.activeElement).toBe(named('hidden state at t = 1, unit 2:'));
  expect(onhighlight).toHaveBeenLastCalledWith('hidden.state@1[1]');
  await userEvent.keyboard('{Enter}');
  expect(onselect).toHaveBeenLastCalledWith('hidden.state@1[1]');
});

test('each button lies on its number', async () => {
  for (const step of [sum, gate, { ...gate, pass: 'backward' }] as Step[]) {
    const { container, unmount } = await draw({ step, onselect: () => undefined });
    for (const button of container.querySelectorAll('button')) {
      const box = button.getBoundingClientRect();
      const text = button.getAttribute('aria-label')!.split(': ').at(-1);
      const numbers = [...container.querySelectorAll('svg [data-address]')].filter((each) => each.textContent === text);
      const isOver = numbers.some((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return left >= box.left && right <= box.right && top >= box.top - 1 && bottom <= box.bottom + 1;
      });
      expect([button.getAttribute('aria-label'), isOver]).toEqual([button.getAttribute('aria-label'), true]);
      expect(box.height).toBeGreaterThanOrEqual(24);
    }
    await unmount();
  }
});

test('a value that is held is not what its arithmetic comes to', async () => {
  const held = edited(model, { held: [{ id: 'forget.gate', to: 0.5 }] });
  const { container } = await draw({ model: held, step: gate });
  expect(container.querySelector('svg')!.textContent).toContain('≠');
  expect(container.querySelector('.held')).not.toBeNull();
});

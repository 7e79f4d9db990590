import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import type { Step } from '#lib/engine/steps.ts';
import { edited } from '../../../tests/edited.ts';
import { specimen } from '../gallery/specimen.ts';
import UnrolledStrip from './UnrolledStrip.svelte';

const model = specimen(lstm);
const cut = edited(model, { dropped: [{ value: 'cell.state', user: 'cell.kept', t: 3 }] });
const step: Step = { pass: 'backward', t: 2, id: 'cell.state' };

test.each([false, true])(
  'a cross on an arrow is explained below the cards, as long as there is one (%s)',
  async (compact) => {
    const props = { step, language: 'en' as const, compact, onselect: () => undefined };
    const { container, rerender } = await render(UnrolledStrip, { model, ...props });
    const cards = () => container.querySelector('button')!.getBoundingClientRect();
    const before = cards();
    expect(container.textContent).not.toContain('left out');
    await rerender({ model: cut });
    expect(container.querySelector('svg')!.textContent).toContain('left out of the gradient');
    expect(cards().height).toBeCloseTo(before.height, 0);
    await rerender({ isExplained: true });
    expect(container.textContent).not.toContain('left out');
    await rerender({ isExplained: false, step: { pass: 'forward', t: 2, id: 'cell.state' } });
    expect(container.textContent).not.toContain('left out');
  },
);

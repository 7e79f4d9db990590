import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import LearnPanel from '#lib/workbench/change/LearnPanel.svelte';
import { presetBase } from '#lib/workbench/preset.ts';
import { Workbench } from '#lib/workbench/workbench.svelte.ts';
import '../app.css';

const base = presetBase({ cell: 'lstm', units: 2, timesteps: 3, seed: 1 });
const step = { pass: 'backward', t: 2, id: 'W.f' } as const;

test.each([
  ['en', 'light', 0.1],
  ['zh', 'dark', 0.1],
  ['en', 'dark', 1e300],
  ['zh', 'light', 1e300],
] as const)(
  'axe has nothing to say (%s, %s, η = %d), and nothing is wider than 320 px',
  async (language, theme, rate) => {
    document.documentElement.dataset.theme = theme;
    document.body.style.width = '300px';
    const bench = new Workbench(
      () => base,
      () => {},
    );
    bench.set({ rate });
    bench.learnBy('momentum');
    bench.update(12);
    const { container } = await render(LearnPanel, { bench, step, language, ongo: () => {} });
    container.style.background = 'var(--stage)';
    container.querySelector('details')!.open = true;
    await expect.poll(() => container.querySelector('details tbody')).not.toBeNull();
    const { violations } = await axe.run(container);
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    expect(container.querySelector('section')!.scrollWidth).toBeLessThanOrEqual(300);
  },
);

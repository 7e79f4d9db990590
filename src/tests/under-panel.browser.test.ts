/** In a low window, under a view, formula and warning share little room. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import Stage from '#lib/stage/Stage.svelte';
import { Stage as StageModel } from '#lib/stage/stage.svelte.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import '../app.css';

/** What a page's link is to a stage that has none. */
const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;

test('what is said of a term left out covers nothing of the formula, and the check keeps its whole width', async () => {
  await page.viewport(1280, 720);
  await loadSymbols('course');
  const base = presetBase({ cell: 'lstm', units: 2, timesteps: 4, seed: 1 });
  const drop = ['grad:cell.state@3<cell.kept@4'];
  const stage = new StageModel(() => base, { at: 'backward:cell.state@3', drop });
  stage.view = 'check';
  const { container } = await render(Stage, { stage, language: 'en', link });
  Object.assign((container as HTMLElement).style, { display: 'grid', width: '806px', height: '676px' });
  await vi.waitFor(() => expect(container.querySelector('.check section')).not.toBeNull(), { timeout: 20_000 });
  const parts = [...container.querySelectorAll<HTMLElement>('.formulas > .content > *')];
  expect(parts.map(({ className }) => className).join(' ')).toContain('notice');
  for (const part of parts) expect(part.scrollHeight, part.className).toBeLessThanOrEqual(part.clientHeight + 1);
  const [section, seen] = ['.check section', '.check .seen'].map((name) =>
    container.querySelector(name)!.getBoundingClientRect(),
  );
  expect(seen.right).toBeCloseTo(section.right, 0);
});

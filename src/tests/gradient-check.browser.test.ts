import axe from 'axe-core';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import GradientCheck from '#lib/workbench/gradient-check/GradientCheck.svelte';
import '../app.css';

const model = specimen(lstm);

test.each([
  ['en', 'light', 'grad:hidden.state@0[1]'],
  ['zh', 'dark', 'grad:input@2[0]'],
] as const)('axe has nothing to say (%s, %s), and nothing is wider than 320 px', async (language, theme, address) => {
  document.documentElement.dataset.theme = theme;
  document.body.style.width = '300px';
  const { container } = await render(GradientCheck, { model, language, address });
  container.style.background = 'var(--stage)';
  container.querySelector('details')!.open = true;
  const { violations } = await axe.run(container);
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  expect(container.querySelector('section')!.scrollWidth).toBeLessThanOrEqual(300);
});

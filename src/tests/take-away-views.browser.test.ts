/** Whatever a view shows can be taken away, and says by itself what it is. */
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { CellId } from '#lib/cells/registry.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { loadCells, loadSymbols } from '#lib/formula/symbol-html.ts';
import Stage from '#lib/stage/Stage.svelte';
import { Stage as StageModel } from '#lib/stage/stage.svelte.ts';
import { stageViews } from '#lib/stage/view-state.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import { tableRows } from '#lib/workbench/take-away/table-rows.ts';
import { thingsOf } from '#lib/workbench/take-away/things.ts';
import '../app.css';
import { faultsOf } from './picture-faults.ts';

/** What a page's link is to a stage that has none. */
const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;
const steps = ['forward:loss', 'backward:hidden.state@2', 'backward:b.f@2', 'backward:b.z@2', 'update:W.y'];

async function textsOf(svg: Blob): Promise<string[]> {
  const read = new DOMParser().parseFromString(await svg.text(), 'image/svg+xml');
  return [...read.querySelectorAll('text')].map(({ textContent }) => textContent);
}

/** What is seen for the first time is loaded then. */
const patience = { timeout: 20_000 };

/** Up and across, of the pictures that the workbench draws; charts have their own test. */
const axes = {
  en: { check: ['relative error', 'ε'], change: ['loss', 'update'] },
  zh: { check: ['相对误差', 'ε'], change: ['损失', '更新次数'] },
} as const;

test.each([
  ['lstm', 'en', 'light'],
  ['gru', 'zh', 'dark'],
] satisfies [CellId, Language, string][])(
  'every picture and every table of every view can be taken away, of %s in %s from a %s page',
  async (cell, language, theme) => {
    await page.viewport(1280, 4000);
    await loadSymbols('course');
    await loadCells();
    document.documentElement.dataset.theme = theme;
    const base = presetBase({ cell, units: 2, timesteps: 3, seed: 1 });
    const stage = new StageModel(() => base, { at: 'forward:loss', updates: 2 });
    const { container } = await render(Stage, { stage, language, link });
    // So high that every chart is seen, and so drawn.
    Object.assign((container as HTMLElement).style, { display: 'grid', height: '3900px' });
    const named = {
      en: `${cell.toUpperCase()}, units: 2, timesteps: 3 · changed`,
      zh: 'GRU，2 个单元，3 个时间步 · 已改动',
    };
    for (const view of stageViews) {
      stage.view = view;
      const shown = view === 'drawing' ? '.drawings svg' : `.view.${view} > :not(p)`;
      await vi.waitFor(() => expect(container.querySelector(shown), view).not.toBeNull(), patience);
      for (const at of steps) {
        stage.stepper.goTo(at);
        await vi.waitFor(() => expect(container.querySelector('.plot.empty')).toBeNull(), patience);
        const { pictures, tables } = thingsOf({
          model: stage.model,
          root: container as HTMLElement,
          page: 'A lesson',
          language,
          changes: { updates: 2 },
          name: 'x',
        });
        const said = [];
        for (const { name, ways } of pictures) {
          const [svg, png] = await Promise.all(ways.map(async ({ make }) => await make()));
          expect(faultsOf(await svg.text()), `${view}, ${at}, ${name}`).toEqual([]);
          expect(png.type).toBe('image/png');
          const texts = await textsOf(svg);
          expect(texts.join(' · '), `${view}, ${at}, ${name}`).toContain(`${named[language]} · A lesson`);
          said.push(...texts);
        }
        if (view === 'check' || view === 'change')
          expect(said).toEqual(expect.arrayContaining([...axes[language][view]]));
        for (const table of container.querySelectorAll('table')) {
          const rows = tableRows(table);
          expect(new Set(rows.map(({ length }) => length)).size, `${view}, ${at}, ${rows[0].join()}`).toBe(1);
          expect(
            rows.slice(1).filter(([first]) => first === ''),
            `${view}, ${at}, ${rows[0].join()}`,
          ).toEqual([]);
        }
        for (const { ways } of tables) await Promise.all(ways.map(async ({ make }) => await make()));
      }
    }
    document.documentElement.dataset.theme = 'light';
  },
  120_000,
);

/** Too large a learning rate leads to numbers that are none, and the stage has to show those, too. */
import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { CellId } from '#lib/cells/registry.ts';
import Stage from '#lib/stage/Stage.svelte';
import { Stage as StageModel } from '#lib/stage/stage.svelte.ts';
import { stageViews } from '#lib/stage/view-state.ts';
import { cursorText } from '#lib/stepper/cursor.ts';
import type { StateInLink } from '#lib/stepper/state-in-link.svelte.ts';
import { zooms } from '#lib/stepper/zoom.ts';
import { presetBase } from '#lib/workbench/preset.ts';
import type { Variation } from '#lib/workbench/variation.ts';
import '../app.css';

/** What a page's link is to a stage that has none. */
const link = { ready: true, bad: [], jump: (action: () => void) => action() } as unknown as StateInLink;

const wild = {
  'parameters that are no numbers': { set: { rate: 1e300 }, updates: 3 },
  'a loss beyond all numbers': { set: { 'W.y[0][0]': 1e200 } },
  'an input of 1e200': { set: { 'input@1[0]': 1e200, 'W.y[0][1]': -1e200 } },
} satisfies Record<string, Partial<Variation>>;

/** Chromium complains of a length that is none, or beyond its own numbers, where no test hears it. */
function brokenAttributes(root: Element): string[] {
  return [...root.querySelectorAll('svg, svg *, [style]')].flatMap((element) =>
    [...element.attributes]
      .filter(({ name, value }) => !/^(data-|aria-)/.test(name) && /NaN|Infinity|undefined|e\+?\d\d/.test(value))
      .map(({ name, value }) => `${element.nodeName} ${element.getAttribute('class')} ${name}="${value}"`),
  );
}

const waited = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

test.each([
  ['lstm', 'parameters that are no numbers', 1280],
  ['lstm', 'a loss beyond all numbers', 390],
  ['gru', 'an input of 1e200', 1280],
] satisfies [CellId, keyof typeof wild, number][])(
  '%s with %s can be walked through at every zoom and seen in every view, %i px wide',
  async (cell, name, width) => {
    await page.viewport(width, 800);
    const base = presetBase({ cell, units: 2, timesteps: 2, seed: 1 });
    const stage = new StageModel(() => base, { ...wild[name], at: 'forward:hidden.state@1' });
    expect(stage.bench.isFinite).toBe(false);
    const { container } = await render(Stage, { stage, language: 'en', link });
    const { stepper } = stage;
    const faults = new Set<string>();
    const look = (): void => {
      flushSync();
      for (const fault of brokenAttributes(container))
        faults.add(`${stepper.cursor}, ${stepper.zoom}, ${stage.view}: ${fault}`);
    };
    for (const zoom of zooms) {
      stepper.zoom = zoom;
      for (const step of stepper.steps) {
        stepper.goToStep(step);
        look();
      }
    }
    for (const view of stageViews) {
      stage.view = view;
      for (const at of ['forward:hidden.state@2', 'backward:hidden.state@1', 'update:W.y']) {
        stepper.goTo(at);
        look();
        // Some views are loaded when they are first seen.
        await waited(100);
        look();
      }
    }
    for (const { id, t } of stepper.steps) {
      const address = cursorText({ pass: 'forward', id, t }, stage.model.run.program.graph.values).split(':')[1];
      for (const asked of [address, `grad:${address}`]) {
        stage.ask(
          `${asked}${stage.model
            .shape(id)
            .map(() => '[0]')
            .join('')}`,
          new DOMRect(),
        );
        look();
      }
    }
    expect([...faults]).toEqual([]);
  },
  60_000,
);

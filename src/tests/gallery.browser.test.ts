import { beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import { cursorText } from '#lib/stepper/cursor.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { subjectOf } from '#lib/visuals/drawing/subject.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { visuals, type VisualProps } from '#lib/visuals/registry.ts';
import '../app.css';
import { drawingFaults } from './drawing-faults.ts';

beforeAll(async () => {
  document.body.style.width = '1000px';
  // A text is measured in its own face, not in the one that stands in until that is loaded.
  await Promise.all(['15px KaTeX_Main', 'italic 15px KaTeX_Math'].map((font) => document.fonts.load(font)));
});

/** What a drawing says of a run, held against the run. */
function untrueNumbers(root: Element, { run }: NamedRun): string[] {
  return [...root.querySelectorAll<SVGElement>('[data-address]')].flatMap(({ dataset }) => {
    const parsed = parseAddress(dataset.address!);
    const read = 'address' in parsed ? readAddress(run, parsed.address) : parsed;
    if ('problem' in read) return read.problem;
    const isTrue = read.numbers.length === 1 && read.numbers[0] === Number(dataset.value);
    return isTrue ? [] : `${dataset.address} is ${read.numbers}, not ${dataset.value}`;
  });
}

const everyVisual = Object.entries<Component<VisualProps>>(visuals);
const everyCell = Object.values<Cell>(cells);

describe.each(everyVisual)('%s', (_, Visual) => {
  describe.each(everyCell)('of $id', (cell) => {
    test.each([
      { hiddenSize: 1, compact: false, language: 'en' },
      { hiddenSize: 2, compact: false, language: 'zh' },
      { hiddenSize: 4, compact: false, language: 'en' },
      { hiddenSize: 2, compact: true, language: 'en' },
    ] satisfies { hiddenSize: number; compact: boolean; language: Language }[])(
      'is right at every step, with $hiddenSize units, compact $compact, in $language',
      async ({ hiddenSize, compact, language }) => {
        const model = specimen(cell, { hiddenSize, inputSize: 2, timesteps: 3 });
        const { steps } = subjectOf(model).progress;
        const props = { model, language, compact, still: true };
        const { container, rerender } = await render(Visual, { ...props, step: steps[0] });
        const faults: string[] = [];
        let shown = 0;
        for (const step of steps) {
          await rerender({ ...props, step });
          const place = cursorText(step, model.run.program.graph.values);
          const svg = container.querySelector('svg')!;
          shown += svg.querySelectorAll('[data-address]').length;
          const found = [...drawingFaults(svg), ...untrueNumbers(container, model)];
          faults.push(...found.map((fault) => `${place}: ${fault}`));
        }
        expect(faults).toEqual([]);
        expect(shown).toBeGreaterThan(steps.length);
      },
      30_000,
    );

    test('is a picture with a title in words, which hides its parts from a voice', async () => {
      const model = specimen(cell);
      const [step] = subjectOf(model).progress.steps;
      const { container } = await render(Visual, { model, step, language: 'en', still: true });
      const picture = container.querySelector('svg')!;
      expect(picture.getAttribute('role')).toBe('img');
      expect(picture.getAttribute('aria-label')).toMatch(/Forward, computing the .+\./);
      expect(picture.querySelector('a, button, [tabindex]')).toBeNull();
    });
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Component } from 'svelte';
import type { Cell, Quantity } from '#lib/cells/cell.ts';
import type { Notation } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotOf } from '#lib/formula/slot-of.ts';
import { slotNumbers } from '#lib/formula/slot.ts';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { parseAddress } from '#lib/stepper/address.ts';
import { cursorText } from '#lib/stepper/cursor.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { subjectOf } from '#lib/visuals/drawing/subject.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { visuals, type VisualProps } from '#lib/visuals/registry.ts';
import { visualKinds, type VisualId, type VisualKind } from '#lib/visuals/visual-ids.ts';
import '../app.css';
import { drawingFaults } from './drawing-faults.ts';
import { edited } from './edited.ts';

beforeAll(async () => {
  document.body.style.width = '1000px';
  // A text is measured in its own face, not in the one that stands in until that is loaded.
  await Promise.all(['15px KaTeX_Main', 'italic 15px KaTeX_Math'].map((font) => document.fonts.load(font)));
});

/** What a visual says of a run, held against the run. */
function untrueNumbers(root: Element, model: NamedRun): string[] {
  return [...root.querySelectorAll<HTMLElement | SVGElement>('[data-address]')].flatMap(({ dataset }) => {
    const numbers = numbersAt(model, dataset.address!);
    if (typeof numbers === 'string') return numbers;
    return numbers.join(' ') === dataset.value ? [] : `${dataset.address} is ${numbers}, not ${dataset.value}`;
  });
}

/** Or what is wrong with the address. */
function numbersAt(model: NamedRun, address: string): Float64Array | string {
  const parsed = parseAddress(address);
  const read = 'address' in parsed ? readAddress(model.run, parsed.address) : parsed;
  if ('numbers' in read) return read.numbers;
  // Those of an update are of a run of its own.
  const found = slotOf(model, address);
  return found ? slotNumbers(found.model, found.slot) : read.problem;
}

interface Showing {
  readonly hiddenSize: number;
  readonly compact: boolean;
  readonly language: Language;
  readonly notation?: Notation;
}

const everyVisual = Object.entries(visuals) as [VisualId, Component<VisualProps>][];
const everyCell = Object.values<Cell>(cells);

/** A chart of gates has nothing to show of a cell without any, and says so. */
const isAboutNothing = (id: VisualId, cell: Cell): boolean =>
  id === 'gates-chart' && !Object.values<Quantity>(cell.quantities).some(({ fraction }) => fraction);

describe.each(everyVisual)('%s', (id, Visual) => {
  const kind = visualKinds[id] as VisualKind;
  const isDrawing = kind === 'drawing';

  describe.each(everyCell)('of $id', (cell) => {
    test.each([
      { hiddenSize: 1, compact: false, language: 'en' },
      { hiddenSize: 2, compact: false, language: 'zh' },
      { hiddenSize: 4, compact: false, language: 'en' },
      { hiddenSize: 2, compact: true, language: 'en' },
      { hiddenSize: 2, compact: false, language: 'en', notation: 'pytorch' },
      { hiddenSize: 2, compact: true, language: 'zh', notation: 'keras' },
    ] satisfies Showing[])(
      'is right at every step, with $hiddenSize units, compact $compact, in $language, notation $notation',
      async ({ hiddenSize, compact, language, notation = 'course' }: Showing) => {
        await loadSymbols(notation);
        const model = specimen(cell, { hiddenSize, inputSize: 2, timesteps: 3 }).inNotation(notation);
        const { steps } = subjectOf(model).progress;
        const props = { model, language, compact, still: true };
        const { container, rerender } = await render(Visual, { ...props, step: steps[0] });
        const faults: string[] = [];
        let shown = 0;
        for (const step of steps) {
          await rerender({ ...props, step });
          const place = cursorText(step, model.run.program.graph.values);
          const svg = isDrawing ? container.querySelector('svg')! : null;
          shown += (svg ?? container).querySelectorAll('[data-address]').length;
          const found = [...(svg ? drawingFaults(svg) : []), ...untrueNumbers(container, model)];
          faults.push(...found.map((fault) => `${place}: ${fault}`));
        }
        expect(faults).toEqual([]);
        if (isAboutNothing(id, cell)) expect(container.textContent).toContain(cell.name[language]);
        else expect(shown).toBeGreaterThan(steps.length);
      },
      30_000,
    );

    test.skipIf(!isDrawing).each([false, true])(
      'has room for the marks of edits, compact %s',
      async (compact) => {
        const whole = specimen(cell);
        const { graph } = whole.run.program;
        const held = Object.keys(cell.quantities).map((each) => ({ id: each, to: 0.5 }));
        const dropped = held.flatMap(({ id: user }) =>
          graph.values
            .get(user)!
            .equation!.operands.flatMap(({ id: value, role }) => (role === 'parameter' ? [] : [{ value, user }])),
        );
        for (const edits of [{ held }, { dropped }]) {
          const model = edited(whole, edits);
          const steps = subjectOf(model).progress.steps.filter((_, place) => place % 5 === 0);
          const { container, rerender } = await render(Visual, { model, step: steps[0], language: 'en', compact });
          for (const step of steps) {
            await rerender({ step });
            const found = [...drawingFaults(container.querySelector('svg')!), ...untrueNumbers(container, model)];
            expect([step, found]).toEqual([step, []]);
          }
        }
      },
      30_000,
    );

    test.skipIf(isAboutNothing(id, cell))('says in words what it shows, and a picture hides its parts', async () => {
      const model = specimen(cell);
      const [step] = subjectOf(model).progress.steps;
      // As on the stage, where a chart can be walked along.
      const onStage = { model, step, language: 'en' as const, still: true, onselect: () => undefined };
      const { container } = await render(Visual, onStage);
      const words = /Forward, computing the .+\./;
      if (kind === 'table') {
        expect(container.querySelector('table caption')!.textContent).toMatch(words);
        return;
      }
      const picture = container.querySelector(isDrawing ? 'svg' : '[role=img]')!;
      expect(picture.getAttribute('role')).toBe('img');
      expect(picture.getAttribute('aria-label')).toMatch(words);
      expect(picture.querySelector('a, button, [tabindex]')).toBeNull();
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import type { When } from '#lib/engine/equations.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import type { Step } from '#lib/engine/steps.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { subjectOf } from '../drawing/subject.ts';
import { sceneOf } from './scene.ts';

function modelOf(cell: Cell, outputSize: number | undefined, at: When): NamedRun {
  const graph = sequenceModel(cell, { inputSize: 1, hiddenSize: 2, outputSize }, { kind: 'mse', at });
  return new NamedRun(cell, new Run(compile(graph, { timesteps: 3 })).forward().backward());
}

/** What stands beyond the cell at a step: `output value now`. */
function pileAtStep(model: NamedRun, step: Step): string[] {
  const { chips, layout } = sceneOf(subjectOf(model), step, 'en');
  return chips.filter(({ key }) => layout.pile.has(key)).map(({ key, kind, state }) => `${key} ${kind} ${state}`);
}

describe.each(Object.values<Cell>(cells))('beyond the cell, $id', (cell) => {
  const model = modelOf(cell, 1, [3]);

  test('shows Y at every timestep, target and loss where they are compared', () => {
    const at = (t: number): string[] => pileAtStep(model, { pass: 'forward', id: 'output', t });
    expect(at(2)).toEqual(['output value now']);
    expect(at(3)).toEqual(['output value now', 'target value done', 'loss.term value later']);
  });

  test('lets output and target flow into the loss', () => {
    const shown = pileAtStep(model, { pass: 'forward', id: 'loss.term', t: 3 });
    expect(shown).toEqual(['output value flowing', 'target value flowing', 'loss.term value now']);
  });

  test('has gradients backward, but none by the target', () => {
    const shown = pileAtStep(model, { pass: 'backward', id: 'output', t: 3 });
    expect(shown).toEqual(['output gradient now', 'target value factor', 'loss.term gradient flowing']);
    const next = pileAtStep(model, { pass: 'backward', id: 'hidden.state', t: 3 });
    expect(next).toEqual(['output gradient flowing', 'target value muted', 'loss.term gradient done']);
  });

  test('without a readout has the loss at the way out', () => {
    const shown = pileAtStep(modelOf(cell, undefined, 'all'), { pass: 'forward', id: 'loss.term', t: 1 });
    expect(shown).toEqual(['loss.term value now', 'target value flowing']);
  });
});

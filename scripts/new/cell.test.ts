import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { agrees, checkGradient } from '#lib/engine/gradient-check.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { newCell } from './cell.ts';

// Inside the project, so that the skeleton's imports find it.
const cells = 'test-results/new-cells';

beforeEach(() => {
  mkdirSync(cells, { recursive: true });
  for (const file of ['at-hand.ts', 'cell.ts', 'diagram.ts', 'registry.ts'])
    cpSync(join('src/lib/cells', file), join(cells, file));
});
afterEach(() => rmSync(cells, { recursive: true }));

test('a new cell runs and has right gradients before a line of it is changed', async () => {
  newCell('small-cell', cells);
  const { smallCell } = (await import(/* @vite-ignore */ pathToFileURL(join(cells, 'small-cell/cell.ts')).href)) as {
    smallCell: Cell;
  };
  const model = sequenceModel(smallCell, { inputSize: 1, hiddenSize: 2 }, { kind: 'mse', at: 'all' });
  const run = new Run(compile(model, { timesteps: 3 }));
  run.parameters.values.forEach((_, i, all) => (all[i] = 0.3 - 0.1 * i));
  for (const t of [1, 2, 3]) run.value('input', t).fill(0.5 * t);
  run.forward().backward();
  expect(agrees(checkGradient(run, { id: 'U.h', t: 0, sample: 0 }, 1))).toBe(true);
});

test('a new cell has a place in its drawing for every step', async () => {
  newCell('small-cell', cells);
  const { smallCell } = (await import(/* @vite-ignore */ pathToFileURL(join(cells, 'small-cell/cell.ts')).href)) as {
    smallCell: Cell;
  };
  expect(Object.keys(smallCell.diagram.nodes)).toEqual(Object.keys(smallCell.quantities));
});

test('a new cell stands in the registry, under its own name', () => {
  newCell('small-cell', cells);
  const registry = readFileSync(join(cells, 'registry.ts'), 'utf8');
  expect(registry).toContain("import { smallCell } from './small-cell/cell.ts';");
  expect(registry).toMatch(/cells = \{ .*, 'small-cell': smallCell \}/);
});

test('a name that is taken, or is none, is refused before anything is written', () => {
  newCell('small', cells);
  expect(() => newCell('small', cells)).toThrow('is there already');
  expect(() => newCell('Small Cell', cells)).toThrow('small letters and hyphens');
});

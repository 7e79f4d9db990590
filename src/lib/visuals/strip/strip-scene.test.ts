import { describe, expect, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { subjectOf } from '../drawing/subject.ts';
import { specimen } from '../gallery/specimen.ts';
import { low, small, stripOf, wide } from './strip-scene.ts';

test.each([1, 2, 8, 32])('bars of %i units keep a width, however little room there is', (hiddenSize) => {
  const subject = subjectOf(specimen(cells.lstm, { hiddenSize, inputSize: 1, timesteps: 10 }));
  for (const size of [small, low, wide]) {
    const { cards } = stripOf(subject, subject.progress.steps[0], size);
    const widths = cards.flatMap(({ groups }) => groups.map(({ columns }) => columns.width));
    expect(Math.min(...widths)).toBeGreaterThan(0);
  }
});

describe.each(Object.values<Cell>(cells))('the strip of $id', (cell) => {
  test.each([1, 4, 6, 10])(
    'of %i timesteps names every bar by its letter, on a phone and in a low window too',
    (timesteps) => {
      const subject = subjectOf(specimen(cell, { hiddenSize: 2, inputSize: 1, timesteps }));
      for (const size of [small, low, wide]) {
        const { cards } = stripOf(subject, subject.progress.steps[0], size);
        expect(cards.every(({ isLettered }) => isLettered)).toBe(true);
      }
    },
  );
});

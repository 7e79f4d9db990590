import { expect, test } from 'vitest';
import type { ChipDrawing } from './chip-drawing.ts';
import { chipShape } from './chip-shape.ts';

const chip = (values: readonly number[], rest: Partial<ChipDrawing> = {}): ChipDrawing => ({
  key: 'cell.state',
  kind: 'value',
  state: 'done',
  at: [40, 100],
  address: { views: [], quantity: 'cell.state', t: 1, index: [] },
  values: Float64Array.from(values),
  isSingle: false,
  style: {},
  fill: { colour: 'cell', pattern: 'cell' },
  scale: 1,
  spoken: '',
  ...rest,
});

const count = (path: string): number => path.split('M').length - 1;

test('every number has a bar, on the side of its sign, and all together are two lines at most', () => {
  const { bars, zeros, tracks } = chipShape(chip([0.5, -0.25, 0, 1]), 0);
  expect([count(bars.positive), count(bars.negative), count(zeros), count(tracks)]).toEqual([3, 1, 4, 0]);
});

test('a fraction fills a track', () => {
  const { bars, zeros, tracks } = chipShape(chip([0.5, 0.1], { style: { fraction: true } }), 0);
  expect([count(bars.positive), count(bars.negative), count(zeros), count(tracks)]).toEqual([2, 0, 0, 2]);
});

test('up to four units show their figures, up to eight the chosen one’s, more none', () => {
  const rowsOf = (units: number): number[] =>
    chipShape(chip(Array.from({ length: units }, () => 0.5)), 2).figures.map(({ row }) => row);
  expect([3, 4, 5, 8, 9].map(rowsOf)).toEqual([[0, 1, 2], [0, 1, 2, 3], [2], [2], []]);
});

test('of what is not known yet nothing is shown but its place', () => {
  const { bars, figures, blanks } = chipShape(chip([0.5, -0.5], { state: 'later' }), 0);
  expect([bars.positive, bars.negative, figures.length, count(blanks)]).toEqual(['', '', 0, 2]);
});

import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { errorPlot, margins, plotHeight } from './error-plot.ts';
import { placeOf } from './place.ts';
import { epsilons } from './epsilons.ts';
import { sweepOf, type SweepPoint } from './sweep.ts';

const model = specimen(lstm);
const sweep = sweepOf(model, placeOf(model, 'grad:W.f[0][1]')!);
const withError = (index: number, relativeError: number): SweepPoint[] =>
  sweep.map((point, i) => (i === index ? { ...point, check: { ...point.check, relativeError } } : point));

test('every ε has its place, from side to side, and every error one within the axis', () => {
  const { dots } = errorPlot(sweep, 400);
  expect(dots).toHaveLength(epsilons.length);
  expect(dots[0]!.x).toBeCloseTo(margins.left);
  expect(dots.at(-1)!.x).toBeCloseTo(400 - margins.right);
  for (const dot of dots) {
    expect(dot!.y).toBeGreaterThanOrEqual(margins.top);
    expect(dot!.y).toBeLessThanOrEqual(plotHeight - margins.bottom);
  }
});

test('an error of exactly 0 stands on the lowest line, and the line that joins the others is broken there', () => {
  const { dots, line } = errorPlot(withError(20, 0), 400);
  expect(dots[20]).toMatchObject({ isExact: true, y: plotHeight - margins.bottom });
  expect(line.match(/M/g)).toHaveLength(2);
});

test('an error that is no number has no place', () => {
  expect(errorPlot(withError(36, NaN), 400).dots[36]).toBeUndefined();
});

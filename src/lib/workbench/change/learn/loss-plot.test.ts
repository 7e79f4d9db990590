import { expect, test } from 'vitest';
import { lossPlot, margins, plotHeight } from './loss-plot.ts';

const pointsOf = (line: string): number[][] =>
  line
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number));
const bottom = plotHeight - margins.bottom;

test('one update is a line from side to side, on an axis from 0', () => {
  const plot = lossPlot([0.8, 0.6], 400);
  expect(pointsOf(plot.line).map(([x]) => x)).toEqual([margins.left, 400 - margins.right]);
  expect(plot.lossTicks.map(({ value, y }) => [value, y])).toEqual([
    [0, bottom],
    [0.4, (bottom + margins.top) / 2],
    [0.8, margins.top],
  ]);
  expect(plot.start!.loss).toBe(0.8);
  expect(plot.now).toMatchObject({ x: 400 - margins.right, loss: 0.6 });
});

test('before any update there is a point where the line will begin', () => {
  const plot = lossPlot([0.8], 400);
  expect(plot.now).toMatchObject({ x: margins.left, loss: 0.8 });
  expect(plot.updateTicks).toEqual([{ value: 0, x: margins.left, text: '0' }]);
});

test('a thousand updates are at most 400 points, among them both ends and every peak', () => {
  const losses = Array.from({ length: 1001 }, (_, k) => (k === 537 ? 5 : 1 / (k + 1)));
  const points = pointsOf(lossPlot(losses, 400).line);
  expect(points.length).toBeLessThanOrEqual(400);
  expect(points[0][0]).toBe(margins.left);
  expect(points.at(-1)![0]).toBe(400 - margins.right);
  expect(Math.min(...points.map(([, y]) => y))).toBe(margins.top);
  points.slice(1).forEach(([x], i) => expect(x).toBeGreaterThanOrEqual(points[i][0]));
});

test('a loss without a place ends the line, with a mark at its update, and the axis, too', () => {
  const plot = lossPlot([1, 2, Infinity, NaN], 400);
  expect(pointsOf(plot.line)).toHaveLength(2);
  expect(plot.now).toBeUndefined();
  expect(plot.end).toMatchObject({ update: 2, loss: Infinity, x: 400 - margins.right, y: margins.top });
});

test.each([[[0, 0]], [[5e-324, 0]], [[1e-310]], [[1, 1e299]], [[1e300, 1.7e308]], [[NaN]], [[Infinity, NaN]]])(
  'with losses %j every length is a number',
  (losses) => expect(JSON.stringify({ ...lossPlot(losses, 400), end: undefined })).not.toMatch(/NaN|Infinity|null/),
);

test('the first number stands off the line', () => {
  const [falling, rising] = [lossPlot([0.8, 0.1], 400).start!, lossPlot([0.4, 0.8], 400).start!];
  expect(falling.text.y).toBeLessThan(falling.y);
  expect(rising.text.y).toBeGreaterThan(rising.y);
});

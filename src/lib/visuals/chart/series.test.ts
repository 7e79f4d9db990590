import { expect, test } from 'vitest';
import { gru } from '#lib/cells/gru/cell.ts';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { specimen } from '../gallery/specimen.ts';
import { logarithmicAxis } from './axis.ts';
import { offAxis, seriesOf, timesText } from './series.ts';

const model = specimen(lstm);

test('a series is one number per timestep, each under its address', () => {
  const [series] = seriesOf(model, ['forget.gate'], { unit: 1 }, 'en');
  expect(series).toMatchObject({ name: 'forget gate', symbol: 'f_{@}', badge: 'F', slot: 'forget' });
  expect(series.points.map(({ t, address }) => `${t} ${address}`)).toEqual(
    [1, 2, 3, 4].map((t) => `${t} forget.gate@${t}[1]`),
  );
  expect(series.points[2].value).toBe(model.run.value('forget.gate', 3)[1]);
});

test('a norm is taken over all units, and has no unit in its address', () => {
  const [series] = seriesOf(model, ['cell.state'], 'gradient norm', 'zh');
  const [a, b] = model.run.gradient('cell.state', 2);
  expect(series.name).toBe('细胞状态');
  expect(series.points[1]).toEqual({ t: 2, address: 'norm:grad:cell.state@2', value: Math.sqrt(a * a + b * b) });
});

test('where there are fewer units than the chosen one, the last is shown', () => {
  const [series] = seriesOf(specimen(gru), ['reset.gate'], { unit: 7 }, 'en');
  expect(series.points[0].address).toBe('reset.gate@1[1]');
});

test('what has no place on an axis is said in words', () => {
  const [series] = seriesOf(model, ['cell.state'], 'gradient norm', 'en');
  const points = [0, 0.5, 0, 0].map((value, index) => ({ ...series.points[index], value }));
  const { holds } = logarithmicAxis(points.map(({ value }) => value));
  expect(offAxis([{ ...series, points }], holds)).toEqual([{ name: 'cell state', value: '0', times: '1, 3–4' }]);
});

test('timesteps in a row are written as one', () => {
  expect(timesText([1, 2, 3, 5, 8, 9])).toBe('1–3, 5, 8–9');
});

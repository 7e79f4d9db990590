import { expect, test } from 'vitest';
import { gru } from '#lib/cells/gru/cell.ts';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { range } from '#lib/engine/instances.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { elementAddress, everyValue } from '#lib/stepper/every-value.ts';
import { specimen } from '../gallery/specimen.ts';
import {
  columnsOfParameters,
  rowsAt,
  rowsOfParameters,
  rowsOver,
  unitsAt,
  unitsOfParameters,
  type Row,
} from './grid.ts';
import { pageOf } from './page-of.ts';

const addresses = (rows: readonly Row[]): string[] =>
  rows.flatMap(({ pairs }) => pairs.flatMap((pair) => (pair ? [pair.value.address, pair.gradient.address] : [])));

/** All that turning the pages of one axis leads to. */
const pages = (count: number, most: number): number[][] => [
  ...new Map(
    range(0, count - 1).map((chosen) => [pageOf(chosen, count, most)[0], pageOf(chosen, count, most)]),
  ).values(),
];

test.each([
  [lstm, { hiddenSize: 6, inputSize: 3, timesteps: 3 }],
  [gru, { hiddenSize: 2, inputSize: 5, timesteps: 2 }],
])('every number of a run of the $id can be turned to, once in each table', (cell, sizes) => {
  const model = specimen(cell, sizes);
  const everyNumber = [...everyValue(model.run)].flatMap((entry) =>
    Array.from(entry.values, (_, i) => elementAddress(entry, i)).flatMap((address) => [
      formatAddress(address),
      formatAddress({ ...address, views: ['grad'] }),
    ]),
  );
  const atTimesteps = range(0, sizes.timesteps).flatMap((t) =>
    pages(unitsAt(model, t), 4).flatMap((units) => addresses(rowsAt(model, t, units, 'en'))),
  );
  const parameters = range(0, unitsOfParameters(model) - 1).flatMap((unit) =>
    pages(columnsOfParameters(model), 4).flatMap((columns) => addresses(rowsOfParameters(model, columns, unit, 'en'))),
  );
  expect(new Set([...atTimesteps, ...parameters])).toEqual(new Set(everyNumber));
  expect(new Set(parameters).size).toBe(parameters.length);
});

test('over time there is one unit of each value, and the loss of each timestep whatever the unit', () => {
  const model = specimen(lstm);
  const rows = rowsOver(model, range(0, 4), 1, 'zh');
  const of = (id: string): (string | undefined)[] =>
    rows.find((row) => row.id === id)!.pairs.map((pair) => pair?.value.address);
  expect(of('hidden.state')).toEqual([0, 1, 2, 3, 4].map((t) => `hidden.state@${t}[1]`));
  expect(of('forget.gate')[0]).toBeUndefined();
  expect(of('loss.term').slice(1)).toEqual([1, 2, 3, 4].map((t) => `loss@${t}`));
  expect(rows.find(({ id }) => id === 'candidate')).toMatchObject({ name: '候选记忆', symbol: '\\tilde{C}_{@}' });
});

test('a page holds the chosen one', () => {
  expect(pageOf(5, 16, 4)).toEqual([4, 5, 6, 7]);
  expect(pageOf(5, 6, 4)).toEqual([4, 5]);
  expect(pageOf(99, 3, 4)).toEqual([0, 1, 2]);
});

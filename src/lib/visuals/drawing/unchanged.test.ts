import { expect, test } from 'vitest';
import { isSame, Unchanged } from './unchanged.ts';

test('a part that comes out as it was is the same object, one that changed is new', () => {
  const unchanged = new Unchanged();
  const first = unchanged.keep('chip', { at: [1, 2], fill: { colour: 'cell' } });
  expect(unchanged.keep('chip', { at: [1, 2], fill: { colour: 'cell' } })).toBe(first);
  expect(unchanged.keep('chip', { at: [1, 3], fill: { colour: 'cell' } })).not.toBe(first);
  expect(unchanged.keep('other', { at: [1, 3], fill: { colour: 'cell' } })).not.toBe(first);
});

test('numbers of a run are the same where they are the same place of its memory', () => {
  const memory = Float64Array.of(1, 1);
  expect(isSame(memory.subarray(0, 1), memory.subarray(0, 1))).toBe(true);
  expect(isSame(memory.subarray(0, 1), memory.subarray(1, 2))).toBe(false);
});

test.each([
  [{ a: 1 }, { a: 1, b: undefined }],
  [[1], { 0: 1 }],
  [null, {}],
  ['1', 1],
])('%j is not %j', (a, b) => expect(isSame(a, b)).toBe(false));

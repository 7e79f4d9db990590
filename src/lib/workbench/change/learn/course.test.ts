import { expect, test } from 'vitest';
import { changeOf, divergenceOf, lostAt } from './course.ts';

test.each([
  [1, 0.5, 'fell'],
  [0.5, 1, 'rose'],
  [1, 1, 'same'],
  [1, NaN, 'lost'],
  [Infinity, 1, 'lost'],
] as const)('from %d to %d the loss %s', (before, after, change) => expect(changeOf(before, after)).toBe(change));

test.each([
  [[1], true, undefined],
  [[1, 0.5, 2], true, undefined],
  [[1, 0.5, 11], true, 'grown'],
  [[0, 0], true, undefined],
  [[1, Infinity], false, 'lost'],
  [[1, NaN], true, 'lost'],
  [[1, 0.5], false, 'lost'],
  [[Infinity], false, 'given'],
  [[NaN, NaN], false, 'given'],
  [[1], false, 'given'],
] as const)('losses %j, every number one: %s; divergence: %s', (losses, isFinite, divergence) =>
  expect(divergenceOf(losses, isFinite)).toBe(divergence),
);

test('what is lost is lost with the first loss that is no number', () => {
  expect(lostAt([1, 2, Infinity, NaN])).toBe(2);
  expect(lostAt([1, 2])).toBe(1);
});

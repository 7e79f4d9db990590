import { expect, test } from 'vitest';
import { changeOf, divergenceOf, hasRisen, lostAt, reasonsFor } from './course.ts';

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

test.each([
  [[1], false],
  [[1, 0.5], false],
  [[1, 1], false],
  [[1, 1 + 1e-12], false],
  [[1e-31, 3e-31], false],
  [[1, 0.5, 0.6], true],
  [[1, NaN], false],
] as const)('losses %j: the last update raised the loss, %s', (losses, risen) => expect(hasRisen(losses)).toBe(risen));

test.each([
  ['sgd', 5, false, ['tooLong']],
  ['sgd', 5, true, ['lacks', 'tooLong']],
  ['momentum', 1, false, ['tooLong']],
  ['momentum', 2, false, ['carriesOn', 'tooLong']],
  ['adam', 5, true, ['lacks', 'ofAdam']],
] as const)('%s may go up after %i updates, a term left out: %s, because %j', (rule, updates, lacks, reasons) =>
  expect(reasonsFor(rule, updates, lacks)).toEqual(reasons),
);

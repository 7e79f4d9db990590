import { expect, test } from 'vitest';
import { apart } from './end-labels.ts';

test('labels that are apart stay where they are', () => {
  expect(apart([100, 20, 60], 22, 0, 200)).toEqual([100, 20, 60]);
});

test('labels on one another are moved apart, in their order', () => {
  expect(apart([50, 52, 48], 22, 0, 200)).toEqual([70, 92, 48]);
});

test('at the foot they move up', () => {
  expect(apart([195, 198], 22, 0, 200)).toEqual([178, 200]);
});

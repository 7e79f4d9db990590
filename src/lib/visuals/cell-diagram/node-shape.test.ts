import { expect, test } from 'vitest';
import { extentOf, shapeOf } from './node-shape.ts';

test('a function of one operand is as small as tanh where its name is short, and else a box with its name', () => {
  expect(shapeOf('relu')).toBe('stadium');
  expect(shapeOf('softmax')).toBe('formula');
  expect(extentOf(shapeOf('softmax'))).toEqual([32, 11.5]);
});

test('what is no function shows its formula, as wide as its drawing says', () => {
  expect(shapeOf('affine')).toBe('formula');
  expect(shapeOf('subtract')).toBe('formula');
  expect(extentOf(shapeOf('affine'), 122)).toEqual([61, 11.5]);
});

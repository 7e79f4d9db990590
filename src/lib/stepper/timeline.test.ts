import { expect, test } from 'vitest';
import { namedMarks, type TimelineMark } from './timeline.ts';

const marksAt = (...times: number[]): TimelineMark[] => times.map((t) => ({ t, from: 0, middle: 0 }));
const named = (width: number | undefined, ...times: number[]): number[] =>
  namedMarks(marksAt(...times), width).map(({ t }) => t);

test('as many timesteps are named as have room for their numbers, evenly and from the first on', () => {
  expect(named(undefined, 1, 2, 3, 4)).toEqual([1, 2, 3, 4]);
  expect(named(105, 1, 2, 3, 4, 5, 6, 7, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(named(105, 1, 5, 9, 13, 17, 21, 25, 29)).toEqual([1, 9, 17, 25]);
  expect(named(340, 1, 5, 9, 13, 17, 21, 25, 29)).toHaveLength(8);
  expect(named(0, 1, 2, 3)).toEqual([1]);
});

test('a pass without timesteps names none', () => {
  expect(named(105)).toEqual([]);
});

import { expect, test } from 'vitest';
import { calledWith } from './written-calls.ts';

test('a function that only its row knows comes to what the row says', () => {
  expect(calledWith('\\operatorname{ReLU}', [[[-1, 2]]])).toEqual([[0, 2]]);
});

test('a function that nothing is written as is an error that names the place', () => {
  expect(() => calledWith('\\operatorname{softsign}', [[[1]]])).toThrow(
    /^no rows are written \\operatorname{softsign}\(…\).*scalar-tex\.ts/,
  );
});

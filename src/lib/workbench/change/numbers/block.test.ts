import { expect, test } from 'vitest';
import { readBlock } from './block.ts';

const square = {
  rows: [
    [1, -2],
    [0.5, 4],
  ],
};

test.each([
  ['a spreadsheet', '1\t-2\r\n0.5\t4\r\n'],
  ['a spreadsheet with decimal commas', '1\t-2\n0,5\t4'],
  ['a file of comma-separated values', '1,-2\n0.5,4\n'],
  ['a file of semicolon-separated values', '1;-2\n0,5;4\n'],
  ['a Python list', '[[1, -2], [0.5, 4]]'],
  ['a Python list over several lines, with a comma too many', '[\n  [1.0, -2.0,],\n  [0.5, 4.0,],\n]'],
  ['NumPy', '[[ 1.  -2. ]\n [ 0.5  4. ]]'],
  ['PyTorch', 'tensor([[ 1.0000, -2.0000],\n        [ 0.5000,  4.0000]], dtype=torch.float64)'],
  ['MATLAB', '[1 -2; 0.5 4]'],
  ['MATLAB with commas', '[1,-2;0.5,4]'],
  ['a line of MATLAB with commas', '1,-2;0.5,4'],
  ['a line with commas, blanks and semicolons', '1, -2 ; 0.5, 4;'],
  ['lines of numbers with blanks between', '1 −2\n0.5 4'],
  ['a Chinese keyboard', '１，−２\n０．５，４'],
])('two rows of two are read as %s writes them', (_, text) => {
  expect(readBlock(text)).toEqual(square);
});

test('a semicolon ends a row wherever its parts can be no single numbers', () => {
  expect(readBlock('1,2,3;4,5,6')).toEqual({
    rows: [
      [1, 2, 3],
      [4, 5, 6],
    ],
  });
  expect(readBlock('[1,2;3,4]')).toEqual({
    rows: [
      [1, 2],
      [3, 4],
    ],
  });
  expect(readBlock('0,5;1')).toEqual({ rows: [[0.5, 1]] });
});

test.each(['1,2;3,4', '0,5; 0,25', '1，2；3，4', '0,5;0,25;-1,5;'])(
  '%s could be read in two ways, and is in none',
  (text) => {
    expect(readBlock(text)).toMatchObject({ problem: 'ambiguous' });
  },
);

test('how a block with two meanings is to be written can be read', () => {
  expect(readBlock('1 2; 3 4')).toMatchObject({ rows: [{ length: 2 }, { length: 2 }] });
  expect(readBlock('1.2; 3.4')).toEqual({ rows: [[1.2, 3.4]] });
});

test('one line is one row, one number per line one column', () => {
  expect(readBlock('1, 2, 3')).toEqual({ rows: [[1, 2, 3]] });
  expect(readBlock('1\n2\n3')).toEqual({ rows: [[1], [2], [3]] });
  expect(readBlock('0,5 0,25')).toEqual({ rows: [[0.5, 0.25]] });
});

test.each(['0.5', ' −0.5\n', '0,5', '1.8·10⁻⁴', 'about a half', 'first, second', ''])(
  '%j is no block: a field takes it like any other text',
  (text) => {
    expect(readBlock(text)).toBeUndefined();
  },
);

test('what is no number is named, and so is what is too large, and a row that is not as long as the first', () => {
  expect(readBlock('1\tx\n2\t3')).toEqual({ problem: 'unreadable', text: 'x' });
  expect(readBlock('1\t\t3')).toEqual({ problem: 'empty', text: '' });
  expect(readBlock('1,1e308')).toEqual({ problem: 'tooLarge', text: '1e308' });
  expect(readBlock('1 2\n3')).toEqual({ problem: 'ragged', text: '3' });
});

import { describe, expect, test } from 'vitest';
import type { Cell, Quantity } from '#lib/cells/cell.ts';
import { frameQuantities } from '#lib/cells/frame.ts';
import { nameOf } from '#lib/cells/names.ts';
import { notations } from '#lib/cells/notation.ts';
import { cells } from '#lib/cells/registry.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { piecesOf, type Piece } from './math-pieces.ts';
import { spansOf } from './tex-spans.ts';

const plain = (tex: string): string =>
  spansOf(tex)
    .map(({ text }) => text)
    .join('');

test.each([
  ['f_{2}', 'f2'],
  ['C_{t-1}', 'Ct−1'],
  ['\\tilde{C}_{2}', 'C˜2'],
  ['a_{f,2}', 'af,2'],
  ['W_{xf}\\,X + b_{f}', 'Wxf\u2009X + bf'],
  ['Y^{*}_{2}', 'Y∗2'],
  ['\\partial L/\\partial C_{2}', '∂L/∂C2'],
  ['f_{2} \\odot \\left(1 - f_{2}\\right)', 'f2 ⊙ (1 − f2)'],
  ['\\cdot \\left(-1\\right)', '· (−1)'],
  ['-x', '−x'],
])('%s is drawn as %s', (tex, text) => expect(plain(tex)).toBe(text));

test('variables are italic, figures and functions upright, indices low and exponents high', () => {
  expect(spansOf('\\tanh\\left(C_{2}^{3}\\right)')).toEqual([
    { text: 'tanh(', italic: false, level: 'base' },
    { text: 'C', italic: true, level: 'base' },
    { text: '2', italic: false, level: 'sub' },
    { text: '3', italic: false, level: 'super' },
    { text: ')', italic: false, level: 'base' },
  ]);
});

test('a function has its own name, upright', () => {
  expect(spansOf('\\operatorname{ReLU}\\left(a\\right)')).toEqual([
    { text: 'ReLU(', italic: false, level: 'base' },
    { text: 'a', italic: true, level: 'base' },
    { text: ')', italic: false, level: 'base' },
  ]);
});

test('after all pieces the line is where it began', () => {
  for (const tex of ['C_{2} x', '\\tilde{C}_{2} + 1', 'S_{2}^{2} y']) {
    const drop = piecesOf(spansOf(tex), 15).reduce((sum, { dy }) => sum + dy, 0);
    expect(drop, tex).toBeCloseTo(0);
  }
});

describe('without room around signs', () => {
  const pieces = piecesOf(spansOf('W_{xf}\\,X + W_{hf}\\,H + b_{f}'), 12, true);

  test('no piece is empty: SVG would lose its movement, and all that follows would stand lower', () => {
    expect(pieces.map(({ text }) => text).join('')).toBe('WxfX+WhfH+bf');
    expect(pieces.filter(({ text }) => !text)).toEqual([]);
  });

  test('all letters stand on one line, in one size, and every index is smaller', () => {
    let height = 0;
    const placed = pieces.map(({ text, size, dy }) => ({ text, size, height: (height += dy) }));
    const indices = placed.filter(({ text }) => ['xf', 'hf', 'f'].includes(text));
    const letters = placed.filter((piece) => !indices.includes(piece));
    expect(indices).toHaveLength(3);
    for (const piece of letters) {
      expect(piece.height).toBeCloseTo(0);
      expect(piece.size).toBe(12);
    }
    for (const { size } of indices) expect(size).toBeLessThanOrEqual(10);
  });
});

test.each([
  ['an exponent over an index', 'S_{2}^{2}'],
  ['an index under an exponent', 'Y^{*}_{2}'],
  ['a longer index under an exponent', 'Y^{*}_{12}'],
  ['an exponent over a longer index, and what follows it', 'S_{12}^{2})'],
])('%s begins where the other does, and nothing lies upon them', (_, tex) => {
  const [, first, second, after] = piecesOf(spansOf(tex), 15);
  const widthOf = ({ text, size }: Piece): number => (text.length * size) / 2;
  const start = widthOf(first) + second.dx;
  // The arm of a Y reaches further than where its index begins.
  expect(start).toBeCloseTo(tex.startsWith('Y') ? -first.dx : 0);
  if (after) expect(start + widthOf(second) + after.dx).toBeCloseTo(widthOf(first));
});

test('what it does not know is an error, not a backslash in a drawing', () => {
  expect(() => spansOf('\\frac{1}{2}')).toThrow('drawings know no \\frac');
});

test.each(Object.values<Cell>(cells))('every symbol of $id can be drawn', (cell) => {
  const { parameters } = sequenceModel(
    cell,
    { inputSize: 1, hiddenSize: 1, outputSize: 1 },
    { kind: 'mse', at: 'all' },
  );
  const quantities: Quantity[] = [...Object.values(cell.quantities), ...Object.values(frameQuantities)];
  const symbols = [
    ...quantities.flatMap(({ symbol }) => Object.values(symbol)),
    ...parameters.flatMap(({ id }) => notations.map((notation) => nameOf(cell, id, notation).symbol)),
  ];
  for (const symbol of symbols) {
    for (const time of ['2', '12', 't-1']) expect(plain(symbol.replaceAll('@', time)), symbol).not.toMatch(/[\\{}_^@]/);
  }
});

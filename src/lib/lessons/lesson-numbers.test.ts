import { expect, test } from 'vitest';
import golden from './build/fixtures/output/15-first-symbol.en.json';
import type { LessonDocument } from './document.ts';
import { findNumber, readNumber } from './lesson-numbers.ts';
import { LessonRuns } from './lesson-runs.ts';

const runs = new LessonRuns(golden as unknown as LessonDocument);

test('reads a number in the lesson’s own run, in a setting, and after updates', () => {
  const [own, mirrored] = ['cell.state@1[0]', 'mirrored/cell.state@1[0]'].map((address) => readNumber(runs, address));
  expect(own).toBeCloseTo(0.797, 3);
  expect(mirrored).toBe(-own);
  expect(readNumber(runs, 'loss')).toBeCloseTo(0.641, 3);
  expect(readNumber(runs, 'learned/loss')).toBeCloseTo(0.056, 3);
});

test('within a scene of a setting, an address means that setting, and says so', () => {
  expect(findNumber(runs, 'cell.state@1[0]', 'mirrored')).toMatchObject({
    address: 'mirrored/cell.state@1[0]',
    text: '−0.797',
    slot: 'cell',
  });
  expect(findNumber(runs, 'learned/loss', 'mirrored')).toMatchObject({ address: 'learned/loss' });
});

test('writes gates as fractions, parameters as typed, gradients in their own colour', () => {
  expect(findNumber(runs, 'forget.gate@2[0]')).toMatchObject({ text: '0.833', slot: 'forget' });
  expect(findNumber(runs, 'U.f[0][1]')).toMatchObject({ text: '+7.00', slot: 'forget' });
  expect(findNumber(runs, 'grad:forget.gate@2[0]')).toMatchObject({ slot: 'gradient' });
});

test('an address names a single number by its unit, even of a list of one', () => {
  expect(findNumber(runs, 'output@2[0]')).toMatchObject({ address: 'output@2[0]' });
  expect(findNumber(runs, 'output@2')).toEqual({
    problem: 'output@2: this is a list of 1 number, name it: output@2[0]',
    offset: 0,
  });
});

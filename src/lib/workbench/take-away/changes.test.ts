import { expect, test } from 'vitest';
import { presetBase } from '../preset.ts';
import { unvaried, type Variation } from '../variation.ts';
import { vary } from '../vary.ts';
import { everyValueCsv } from '#lib/stepper/every-value.ts';
import { changesOf, isInModel, remarkOn } from './changes.ts';

const base = presetBase({ cell: 'lstm', units: 2, timesteps: 3, seed: 1 });
const variation: Variation = {
  set: { 'W.f[0][0]': 0.5 },
  hold: { 'forget.gate@2[0]': 1 },
  drop: ['grad:cell.state@2<cell.kept@3'],
  rule: 'adam',
  updates: 2,
};

test('a model as it was given has no changes, whatever rule it could learn by', () => {
  expect(changesOf(base, unvaried)).toBeUndefined();
  expect(changesOf(base, { ...unvaried, rule: 'adam' })).toBeUndefined();
});

test('changes are what was done, and no empty lists of what was not', () => {
  expect(changesOf(base, variation)).toEqual(variation);
  expect(changesOf(base, { ...unvaried, hold: variation.hold })).toEqual({ hold: variation.hold });
});

test('a term that the lesson itself leaves out is a change, too', () => {
  const drop = ['grad:hidden.state<output'];
  expect(changesOf({ drop }, { ...unvaried, drop: variation.drop })).toEqual({ drop: [...drop, ...variation.drop] });
});

test('a model file has the numbers of it, and nothing of what is held or left out', () => {
  const { hold, drop } = variation;
  expect(isInModel(changesOf(base, { ...unvaried, hold, drop })!)).toBe(false);
  expect(isInModel(changesOf(base, variation)!)).toBe(true);
});

test('every line of the table of all values says what was done to its number', () => {
  const { run } = vary(base, { ...variation, updates: 0 }).model;
  const [head, ...lines] = [...everyValueCsv(run, remarkOn(run, variation))].join('').trim().split('\n');
  const remarks = new Map(lines.map((line) => [line.split(',')[0], line.split(',')[3]]));
  expect(head).toBe('address,value,gradient,edit');
  expect(new Set(lines.map((line) => line.split(',').length))).toEqual(new Set([4]));
  expect(remarks.get('W.f[0][0]')).toBe('set; gradient lacks a term');
  expect(remarks.get('forget.gate@2[0]')).toBe('held; gradient lacks a term');
  expect(remarks.get('forget.gate@2[1]')).toBe('gradient lacks a term');
  expect(remarks.get('cell.state@3[0]')).toBe('');
  expect(remarks.get('loss')).toBe('');
});

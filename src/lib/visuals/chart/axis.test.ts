import { describe, expect, test } from 'vitest';
import { fractionAxis, logarithmicAxis, signedAxis, timeTicks } from './axis.ts';

test('fractions stand between 0 and 1, without signs', () => {
  expect(fractionAxis.ticks.map(fractionAxis.text)).toEqual(['0', '0.25', '0.50', '0.75', '1.00']);
});

test.each([
  [1, ['−1.00', '−0.50', '0', '+0.50', '+1.00']],
  [1.0001, ['−1.50', '−0.75', '0', '+0.75', '+1.50']],
  [7.3, ['−8.00', '−4.00', '0', '+4.00', '+8.00']],
  [29, ['−30.00', '−15.00', '0', '+15.00', '+30.00']],
])('signed values up to %f stand around 0', (most, texts) => {
  const axis = signedAxis(most);
  expect(axis.ticks.map(axis.text)).toEqual(texts);
});

describe('a logarithmic axis', () => {
  test.each([
    [[0.02, 0.5], ['10⁻²', '10⁻¹', '10⁰'], '10'],
    [[4e-9, 1.6], ['10⁻¹⁰', '10⁻⁸', '10⁻⁶', '10⁻⁴', '10⁻²', '10⁰', '10²'], '100'],
    [[1e-140, 1e10], ['10⁻¹⁴⁰', '10⁻¹²⁰', '10⁻¹⁰⁰', '10⁻⁸⁰', '10⁻⁶⁰', '10⁻⁴⁰', '10⁻²⁰', '10⁰', '10²⁰'], '10²⁰'],
    [[1], ['10⁰', '10¹'], '10'],
  ])('of %j has few lines, each a power of ten', (values, texts, factor) => {
    const axis = logarithmicAxis(values);
    expect(axis.ticks.map(axis.text)).toEqual(texts);
    expect(axis.factor).toBe(factor);
  });

  test('has no place for zero, nor for what is no finite number', () => {
    const axis = logarithmicAxis([0, NaN, Infinity, 0.5]);
    expect(axis.ticks).toEqual([0.1, 1]);
    expect([0, NaN, Infinity, 0.5].map(axis.holds)).toEqual([false, false, false, true]);
  });

  test('of nothing but zeros is there all the same', () => {
    expect(logarithmicAxis([0, 0]).ticks).toEqual([0.1, 1]);
  });

  test('reaches to the smallest and the largest numbers there are', () => {
    const { ticks } = logarithmicAxis([5e-324, 1e308]);
    expect(ticks.every((tick) => tick > 0 && Number.isFinite(tick))).toBe(true);
  });
});

test.each([
  [1, [1]],
  [4, [1, 2, 3, 4]],
  [10, [1, 4, 6, 8, 10]],
  [24, [1, 4, 8, 12, 16, 20, 24]],
  [128, [1, 20, 40, 60, 80, 100, 128]],
])('of %i timesteps the ends and a few between are written', (timesteps, ticks) => {
  expect(timeTicks(timesteps, 8)).toEqual(ticks);
});

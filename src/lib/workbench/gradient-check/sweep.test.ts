import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { checkGradient } from '#lib/engine/gradient-check.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { placeOf } from './place.ts';
import { epsilons, usualEpsilon } from './epsilons.ts';
import { sweepOf } from './sweep.ts';

const model = specimen(lstm);
const place = placeOf(model, 'grad:W.f[0][1]')!;
const sweep = sweepOf(model, place);

test('the scale goes from 10⁻¹³ to 10⁻¹, the usual ε in between', () => {
  expect(epsilons).toHaveLength(37);
  expect([epsilons[0], epsilons.at(-1)]).toEqual([1e-13, 0.1]);
  expect(epsilons).toContain(usualEpsilon);
  expect(epsilons).toEqual(epsilons.toSorted((a, b) => a - b));
});

test('every point is what the engine finds at its ε', () => {
  for (const { epsilon, check } of sweep) expect(check).toEqual(checkGradient(model.run, place.instance, 1, epsilon));
});

test('a sweep is made once for a run and a number', () => {
  expect(sweepOf(model, placeOf(model, 'grad:W.f[0][1]')!)).toBe(sweep);
  expect(sweepOf(model, placeOf(model, 'grad:W.f[0][0]')!)).not.toBe(sweep);
  expect(sweepOf(specimen(lstm), place)).not.toBe(sweep);
});

test('bend grows with ε² and rounding with 1/ε, so that their sum is least in between', () => {
  const at = (epsilon: number) => sweep[epsilons.indexOf(epsilon)];
  expect(at(1e-3).bend / at(1e-4).bend).toBeCloseTo(100, -1);
  expect(at(1e-9).rounding / at(1e-8).rounding).toBeCloseTo(10);
  const sums = sweep.map(({ bend, rounding }) => bend + rounding);
  const least = sums.indexOf(Math.min(...sums));
  expect(epsilons[least]).toBeGreaterThan(1e-7);
  expect(epsilons[least]).toBeLessThan(1e-3);
});

test('together they explain the error at every ε', () => {
  for (const { epsilon, check, bend, rounding } of sweep) {
    const error = Math.abs(check.analytic - check.numeric);
    expect(error / (bend + rounding), String(epsilon)).toBeLessThan(3);
  }
});

test.each([
  'W.f[0][1]',
  'grad:W.f',
  'grad:W.f[0]',
  'grad:W.f[0][9]',
  'grad:W.f[0][1]<forget.preactivation@2',
  'grad:',
  'norm:grad:b.f',
])('%s is not the whole gradient of a single number', (address) => expect(placeOf(model, address)).toBeUndefined());

test.each([
  ['grad:W.f[1][0]', { id: 'W.f', t: 0, sample: 0 }, 2],
  ['grad:hidden.state@0[1]', { id: 'hidden.state', t: 0, sample: 0 }, 1],
  ['grad:loss@2', { id: 'loss.term', t: 2, sample: 0 }, 0],
])('%s is one', (address, instance, element) => expect(placeOf(model, address)).toMatchObject({ instance, element }));

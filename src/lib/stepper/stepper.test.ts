import { expect, test } from 'vitest';
import type { Step } from '#lib/engine/steps.ts';
import { cursorText, findStep, nearestStep } from './cursor.ts';
import { placeQuery, readPlace } from './link.ts';
import { Stepper } from './stepper.svelte.ts';

const steps: Step[] = [
  { pass: 'forward', t: 1, id: 'a' },
  { pass: 'forward', t: 1, id: 'b' },
  { pass: 'forward', t: 2, id: 'a' },
  { pass: 'forward', t: 2, id: 'b' },
  { pass: 'backward', t: 2, id: 'b' },
  { pass: 'backward', t: 2, id: 'a' },
  { pass: 'backward', t: 0, id: 'W.h' },
];

test('stepping stops at both ends', () => {
  const stepper = new Stepper(steps);
  stepper.previous();
  expect(stepper.index).toBe(0);
  stepper.last();
  stepper.next();
  expect(stepper.index).toBe(steps.length - 1);
});

test('a timestep is turned to its first step, back to its own start first', () => {
  const stepper = new Stepper(steps);
  stepper.turnTimestep(1);
  expect(stepper.index).toBe(2);
  stepper.next();
  stepper.turnTimestep(-1);
  expect(stepper.index).toBe(2);
  stepper.turnTimestep(-1);
  expect(stepper.index).toBe(0);
});

test('turning the pass keeps the value, where it has a gradient step', () => {
  const stepper = new Stepper(steps);
  stepper.index = 2;
  stepper.turnPass();
  expect(stepper.step).toEqual({ pass: 'backward', t: 2, id: 'a' });
  stepper.turnPass();
  expect(stepper.index).toBe(2);
});

test('an index that is no whole number in range is moved to one', () => {
  const stepper = new Stepper(steps);
  for (const [wanted, index] of [
    [NaN, 0],
    [-3, 0],
    [99, 6],
    [2.4, 2],
  ]) {
    stepper.index = wanted;
    expect(stepper.index).toBe(index);
  }
});

test('every step is found again by its text', () => {
  expect(steps.map((step) => findStep(steps, cursorText(step)))).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(cursorText(steps[2])).toBe('forward:a@2');
});

test.each([
  '',
  'forward:',
  'forward:c@1',
  'sideways:a@1',
  'forward:a@9',
  'forward:a@@',
  '<script>',
  ':::',
  'forward:a@1e9',
])('a place that is none, %j, is not found and does not throw', (text) => {
  expect(findStep(steps, text)).toBeNull();
});

test('in another list the nearest step is one of the same pass and time', () => {
  expect(nearestStep(steps, { pass: 'backward', t: 2, id: 'c' })).toBe(4);
  expect(nearestStep(steps, { pass: 'forward', t: 5, id: 'b' })).toBe(3);
});

test('a link reads back what it was written with, in the query or behind the #', () => {
  const place = 'backward:loss@2';
  expect(placeQuery(place)).toBe('?at=backward:loss@2');
  expect(readPlace({ search: placeQuery(place), hash: '' })).toBe(place);
  expect(readPlace({ search: '', hash: `#/en/lstm/${placeQuery(place)}` })).toBe(place);
  expect(readPlace({ search: '', hash: '#/en/lstm/' })).toBeNull();
  expect(placeQuery('a<b#c&d')).toBe('?at=a%3Cb%23c%26d');
});

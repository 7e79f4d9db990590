import { expect, test } from 'vitest';
import { rnn } from '#lib/cells/rnn/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import { cursorText, findStep, nearestStep } from './cursor.ts';
import { linkQuery, readLink } from './link.ts';
import type { Zoom } from './zoom.ts';
import { Stepper } from './stepper.svelte.ts';

const model = sequenceModel(rnn, { inputSize: 1, hiddenSize: 1 }, { kind: 'mse', at: 'all' });
const program = compile(model, { timesteps: 2 });
const steps = stepsOf(program);
const indexOf = (pass: string, id: string, t: number) =>
  steps.findIndex((step) => step.pass === pass && step.id === id && step.t === t);

test('stepping stops at both ends', () => {
  const stepper = new Stepper(program, rnn);
  stepper.previous();
  expect(stepper.index).toBe(0);
  stepper.index = steps.length - 1;
  stepper.next();
  expect(stepper.index).toBe(steps.length - 1);
});

test('first and last go to the ends of the pass, and from there to the ends of the walk', () => {
  const stepper = new Stepper(program, rnn);
  const forward = steps.filter(({ pass }) => pass === 'forward').length;
  stepper.last();
  expect(stepper.index).toBe(forward - 1);
  stepper.next();
  stepper.next();
  stepper.first();
  expect(stepper.index).toBe(forward);
  stepper.last();
  stepper.last();
  expect(stepper.index).toBe(steps.length - 1);
  stepper.first();
  stepper.first();
  expect(stepper.index).toBe(0);
});

test('a timestep is turned to its first step, back to its own start first', () => {
  const stepper = new Stepper(program, rnn);
  const second = indexOf('forward', 'hidden.preactivation', 2);
  stepper.turnTimestep(1);
  expect(stepper.index).toBe(second);
  stepper.next();
  stepper.turnTimestep(-1);
  expect(stepper.index).toBe(second);
  stepper.turnTimestep(-1);
  expect(stepper.index).toBe(0);
});

test('at equation zoom a walk stops where a book has an equation, at timestep zoom once per timestep', () => {
  const stepper = new Stepper(program, rnn);
  const walk = (zoom: Zoom, count: number) => {
    stepper.index = 0;
    stepper.zoomTo(zoom);
    return Array.from({ length: count }, () => {
      const { cursor } = stepper;
      stepper.next();
      return cursor;
    });
  };
  expect(walk('equation', 3)).toEqual(['forward:hidden.state@1', 'forward:loss@1', 'forward:hidden.state@2']);
  expect(walk('timestep', 3)).toEqual(['forward:loss@1', 'forward:loss@2', 'forward:loss']);
  expect(walk('operation', 2)).toEqual(['forward:hidden.preactivation@1', 'forward:hidden.state@1']);
});

test('who looks from farther away and from nearer again is where they were; who walked on meanwhile is not', () => {
  const stepper = new Stepper(program, rnn);
  stepper.zoomTo('operation');
  stepper.goTo('forward:hidden.preactivation@2');
  for (const zoom of ['equation', 'timestep', 'element'] as const) stepper.zoomTo(zoom);
  expect(stepper.cursor).toBe('forward:hidden.preactivation@2');

  stepper.zoomTo('timestep');
  stepper.previous();
  const walked = stepper.cursor;
  stepper.zoomTo('operation');
  expect(stepper.cursor).toBe(walked);
});

test('a link or a key leads to an intermediate at equation zoom too, and the walk goes on from there', () => {
  const stepper = new Stepper(program, rnn);
  stepper.zoom = 'equation';
  stepper.goTo('forward:hidden.preactivation@2');
  expect(stepper.cursor).toBe('forward:hidden.preactivation@2');
  stepper.move(1, 'operation');
  stepper.move(-1, 'operation');
  expect([stepper.cursor, stepper.zoom]).toEqual(['forward:hidden.preactivation@2', 'equation']);
  stepper.next();
  expect(stepper.cursor).toBe('forward:hidden.state@2');
});

test('turning the pass keeps the value and its timestep', () => {
  const stepper = new Stepper(program, rnn);
  stepper.index = indexOf('forward', 'hidden.state', 2);
  stepper.turnPass();
  expect(stepper.step).toEqual({ pass: 'backward', t: 2, id: 'hidden.state' });
  stepper.turnPass();
  expect(stepper.step).toEqual({ pass: 'forward', t: 2, id: 'hidden.state' });
});

test.each<Zoom>(['timestep', 'equation', 'operation', 'element'])(
  'at zoom %s every forward step turns to its gradient at its timestep, and back',
  (zoom) => {
    const stepper = new Stepper(program, rnn);
    stepper.zoom = zoom;
    for (const [index, { pass, id, t }] of steps.entries()) {
      if (pass !== 'forward') continue;
      stepper.index = index;
      stepper.turnPass();
      expect(stepper.step).toEqual({ pass: 'backward', id, t });
      stepper.turnPass();
      expect(stepper.step).toEqual({ pass, id, t });
    }
  },
);

test.each([
  ['backward:U.h@2', 'forward', 'forward:hidden.preactivation@2'],
  ['backward:input@2', 'forward', 'forward:hidden.preactivation@2'],
  ['backward:hidden.state@0', 'forward', 'forward:hidden.preactivation@1'],
  ['backward:U.h', 'forward', 'forward:hidden.preactivation@1'],
  ['backward:U.h@2', 'update', 'update:U.h'],
  ['update:U.h', 'backward', 'backward:U.h'],
  ['update:W.h', 'forward', 'forward:hidden.preactivation@1'],
] as const)('%s, which has no step of its own there, turns %s to %s', (from, pass, to) => {
  const stepper = new Stepper(program, rnn);
  stepper.zoom = 'timestep';
  stepper.goTo(from);
  stepper.goToPass(pass);
  expect(stepper.cursor).toBe(to);
});

test('where another pass has nothing of what is shown, it begins at its first stop', () => {
  const stepper = new Stepper(program, rnn);
  stepper.zoom = 'equation';
  stepper.goTo('forward:hidden.state@2');
  stepper.goToPass('update');
  expect(stepper.index).toBe(stepper.legOf('update').first);
});

test.each([
  [NaN, 0],
  [-3, 0],
  [1e9, steps.length - 1],
  [2.4, 2],
])('an index of %d is moved to one there is', (wanted, index) => {
  const stepper = new Stepper(program, rnn);
  stepper.index = wanted;
  expect(stepper.index).toBe(index);
});

test('every step is found again by its text, and no two have the same', () => {
  const texts = steps.map((step) => cursorText(step, model.values));
  expect(texts.map((text) => findStep(steps, text))).toEqual(steps.map((_, index) => index));
  expect(texts).toContain('forward:loss@2');
  expect(texts).toContain('backward:hidden.state@0');
  expect(texts).toContain('backward:U.h');
  expect(texts).toContain('backward:U.h@1');
});

test.each([
  '',
  'forward:',
  'forward:nobody@1',
  'sideways:hidden.state@1',
  'forward:hidden.state@9',
  'forward:hidden.state@@',
  '<script>',
  ':::',
  'forward:hidden.state@1e9',
  'forward:grad:hidden.state@1',
  'forward:hidden.state@1[0]',
  'forward:hidden.state@1#9',
  'forward:hidden.state@1<loss',
  'forward:rnn/hidden.state@1',
])('a place that is none, %j, is not found and does not throw', (text) => {
  expect(findStep(steps, text)).toBeNull();
});

test('in another list the nearest step is one of the same pass and time', () => {
  const near = nearestStep(steps, { pass: 'backward', t: 2, id: 'cell.state' });
  expect(steps[near]).toMatchObject({ pass: 'backward', t: 2 });
  expect(steps[nearestStep(steps, { pass: 'forward', t: 5, id: 'hidden.state' })]).toEqual({
    pass: 'forward',
    t: 2,
    id: 'hidden.state',
  });
});

test('a link reads back what it was written with, in the query or behind the #', () => {
  const state = { at: 'backward:loss@2', unit: '2' };
  expect(linkQuery(state)).toBe('?at=backward:loss@2&unit=2');
  expect(readLink({ search: linkQuery(state), hash: '' })).toEqual(state);
  expect(readLink({ search: '', hash: `#/en/lstm-forward/${linkQuery(state)}` })).toEqual(state);
  expect(readLink({ search: '', hash: '#/en/lstm-forward/' })).toEqual({});
  expect(linkQuery({ at: 'a<b#c&d' })).toBe('?at=a%3Cb%23c%26d');
  expect(linkQuery({})).toBe('');
});

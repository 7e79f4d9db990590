import { describe, expect, it, test } from 'vitest';
import type { Cell } from '#lib/cells/cell.ts';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { cells } from '#lib/cells/registry.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { elementAddress, everyValue } from '#lib/stepper/every-value.ts';
import { specimen } from '#lib/visuals/gallery/specimen.ts';
import { edited } from '../../../tests/edited.ts';
import { placeOf } from './place.ts';
import { epsilons } from './epsilons.ts';
import { sweepOf } from './sweep.ts';
import { verdictAt, type Verdict } from './verdict.ts';

/** The gradient of every single number of a run: parameters, inputs, initial states and all that is computed. */
const everyGradient = ({ run }: NamedRun): string[] =>
  [...everyValue(run)].flatMap((entry) =>
    Array.from({ length: sizeOf(entry.shape) }, (_, i) =>
      formatAddress({ ...elementAddress(entry, i), views: ['grad'] }),
    ),
  );

const verdicts = (model: NamedRun, address: string): Verdict[] => {
  const sweep = sweepOf(model, placeOf(model, address)!);
  return epsilons.map((_, index) => verdictAt(sweep, index));
};
/** From large ε to small, each verdict once. */
const story = (model: NamedRun, address: string): Verdict[] =>
  verdicts(model, address)
    .reverse()
    .filter((verdict, i, all) => verdict !== all[i - 1]);

describe.each(Object.values<Cell>(cells))('every gradient of $id', (cell) => {
  const model = specimen(cell);
  const parts: Verdict[] = ['bent', 'goodBent', 'goodRounded', 'rounded'];

  it('is right: ε is too large, good, then too small, in this order, or nothing uses the number', () => {
    for (const address of everyGradient(model)) {
      const told = story(model, address);
      if (told[0] === 'unused') continue;
      expect(told, address).toEqual(parts.filter((part) => told.includes(part)));
      expect(told.slice(-2), address).toEqual(['goodRounded', 'rounded']);
    }
  });
});

const model = specimen(lstm);

test('a long run of many units is told as rightly', () => {
  const long = specimen(lstm, { hiddenSize: 8, inputSize: 4, timesteps: 32 });
  for (const address of ['grad:W.f[0][1]', 'grad:input@2[0]', 'grad:hidden.state@0[1]', 'grad:forget.gate@30[0]'])
    expect(story(long, address), address).toEqual(['bent', 'goodBent', 'goodRounded', 'rounded']);
});

test('what the loss depends on as a parabola does not bend away from its central difference', () => {
  expect(story(model, 'grad:output@3[0]')).toEqual(['goodRounded', 'rounded']);
});

test('what nothing uses is told as such', () => {
  const held = edited(model, { held: [{ id: 'forget.gate', to: 0.5 }] });
  expect(story(held, 'grad:W.f[0][1]')).toEqual(['unused']);
  expect(story(held, 'grad:forget.gate@2[0]')).toContain('goodBent');
});

test('where a term is dropped, no ε mends the gradient, whatever its size', () => {
  const without = edited(model, { dropped: [{ value: 'cell.state', user: 'cell.kept' }] });
  expect(story(without, 'grad:cell.state@2[0]')).toEqual(['wrong']);
  expect(story(without, 'grad:W.f[0][1]')).toEqual(['wrong']);
  expect(story(without, 'grad:output@2[0]')).toEqual(['goodRounded', 'rounded']);
});

test('a gradient that lacks its only term is 0, and wrong', () => {
  const without = edited(model, { dropped: [{ value: 'W.y', user: 'output' }] });
  expect(without.run.gradient('W.y')[0]).toBe(0);
  expect(story(without, 'grad:W.y[0][0]')).toEqual(['wrong']);
});

test('at the bottom of the valley the gradient is 0, though the loss moves', () => {
  const met = edited(model, {}, (run) => {
    run.forward();
    for (let t = 1; t <= 4; t++) run.value('target', t).set(run.value('output', t));
  });
  expect(story(met, 'grad:b.y[0]')).toEqual(['level']);
});

test('a gradient that is lost in the last figures of the loss cannot be checked', () => {
  const small = edited(model, {}, (run) => run.value('W.y').fill(1e-18));
  expect(story(small, 'grad:W.f[0][1]')).toEqual(['buried']);
});

test('a loss that is no number is said to be none', () => {
  const overflown = edited(model, {}, (run) => run.value('target', 2).fill(1e200));
  expect(story(overflown, 'grad:W.f[0][1]')).toEqual(['notFinite']);
});

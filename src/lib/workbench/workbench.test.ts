import { beforeEach, describe, expect, test } from 'vitest';
import { updateRules, type UpdateRuleName } from '#lib/engine/updates.ts';
import { loadOtherModels } from './other-models.ts';
import { presetBase, readPreset } from './preset.ts';
import { unvaried } from './variation.ts';
import { Workbench } from './workbench.svelte.ts';

const base = presetBase(readPreset('lstm-2-4-1')!);
const other = presetBase(readPreset('lstm-2-4-2')!);

let bench: Workbench;
beforeEach(() => {
  bench = new Workbench(
    (setting) => ({ '': base, other })[setting ?? ''],
    () => undefined,
  );
});

/** Every value and every gradient of every parameter, to the bit, and the loss. */
const bits = ({ model: { run } }: Workbench) => [
  run.loss,
  ...run.program.graph.parameters.flatMap(({ id }) => [...run.value(id), ...run.gradient(id)]),
];

test('a number that is given is used in both passes, and undo, redo and reset lead to the same bits', () => {
  const lesson = bits(bench);
  bench.set({ 'W.f[0][1]': 0.5 });
  const edited = bits(bench);
  expect(bench.model.run.value('W.f')[1]).toBe(0.5);
  expect(edited).not.toEqual(lesson);
  bench.undo();
  expect(bits(bench)).toEqual(lesson);
  bench.redo();
  expect(bits(bench)).toEqual(edited);
  bench.hold('forget.gate', 1);
  bench.update(3);
  bench.reset();
  expect(bits(bench)).toEqual(lesson);
  expect(bench.isVaried).toBe(false);
  bench.undo();
  expect(bench.variation.updates).toBe(3);
});

test('a number that is given its old value again is no change', () => {
  const [, before] = base.model.parameters.weight_ih_l0[2];
  bench.set({ 'W.f[0][1]': 0.5 });
  bench.set({ 'W.f[0][1]': before });
  expect(bench.isVaried).toBe(false);
});

test('the changes of one gesture are undone as one', () => {
  for (const to of [0.1, 0.2, 0.3]) bench.set({ 'b.f[0]': to }, 'slide');
  bench.history.endGesture();
  bench.set({ 'b.f[0]': 0.4 }, 'slide');
  bench.undo();
  expect(bench.variation.set).toEqual({ 'b.f[0]': 0.3 });
  bench.undo();
  expect(bench.isVaried).toBe(false);
});

test('a gate that is held keeps its gradient and passes nothing on', () => {
  bench.hold('forget.gate', 1);
  const { run } = bench.model;
  expect([...run.value('forget.gate', 2)]).toEqual([1, 1]);
  expect(run.gradient('forget.gate', 2).some((each) => each !== 0)).toBe(true);
  expect(run.gradient('forget.preactivation', 2).every((each) => each === 0)).toBe(true);
  expect(run.gradient('W.f').every((each) => each === 0)).toBe(true);
  bench.hold('forget.gate', null);
  expect(bench.isVaried).toBe(false);
});

test('a term is left out at one timestep, or at every one, and taken in again', () => {
  const entry = 'grad:cell.state@2<cell.kept@3';
  bench.toggleDrop(entry);
  expect(bench.model.run.program.dropped).toEqual([{ value: 'cell.state', user: 'cell.kept', t: 3 }]);
  bench.dropEverywhere(entry);
  expect(bench.variation.drop).toEqual(['grad:cell.state<cell.kept']);
  bench.toggleDrop(entry);
  expect(bench.isVaried).toBe(false);
});

describe.each(Object.keys(updateRules) as UpdateRuleName[])('updates by %s', (rule) => {
  test('are replayed: ten at once are ten one by one, and each can be taken back', () => {
    bench.learnBy(rule);
    bench.update(10);
    const atOnce = bits(bench);
    bench.reset();
    bench.learnBy(rule);
    for (let done = 0; done < 10; done++) bench.update(1);
    expect(bits(bench)).toEqual(atOnce);
    expect(bench.varied.losses).toHaveLength(11);
    bench.update(-10);
    expect(bench.model.run.loss).toBe(bench.varied.losses[0]);
  });

  test('are kept as given numbers when a number is changed after them', () => {
    bench.learnBy(rule);
    bench.update(2);
    const learned = bench.model.run.value('U.c').slice();
    bench.set({ 'b.f[0]': 0.25 });
    expect(bench.variation.updates).toBe(0);
    expect(bench.model.run.value('U.c')).toEqual(learned);
    expect(bench.model.run.value('b.f')[0]).toBe(0.25);
  });
});

test('what the reader changed stays while scenes have the same numbers, and gives way to a scene with its own', () => {
  bench.goHome({}, unvaried);
  bench.set({ 'b.f[0]': 0.25 });
  bench.goHome({}, { ...unvaried, drop: ['grad:cell.state@2<cell.kept@3'] });
  expect(bench.variation).toMatchObject({ set: { 'b.f[0]': 0.25 }, drop: ['grad:cell.state@2<cell.kept@3'] });
  bench.goHome({ setting: 'other' }, unvaried);
  expect(bench.isVaried).toBe(false);
  expect(bench.base).toBe(other);
  bench.undo();
  expect(bench.variation.set).toEqual({ 'b.f[0]': 0.25 });
});

test('what a link asks for and is not there is listed and left out, the rest is kept', async () => {
  await loadOtherModels();
  const bad = bench.become(
    { preset: 'gru-3-3-1' },
    { ...unvaried, set: { 'W.f[0][1]': 0.5, 'W.q[0][0]': 1, __proto__: 1 }, hold: { 'forget.gate@9': 1 } },
  );
  expect(bad).toEqual(['preset=gru-3-3-1', 'set=W.q[0][0]:1', 'hold=forget.gate@9:1']);
  expect(bench.variation).toMatchObject({ set: { 'W.f[0][1]': 0.5 }, hold: {} });
});

test('numbers that a link takes the place of can be had again, if they were the reader’s own', () => {
  bench.become({}, { ...unvaried, hold: { 'forget.gate': 1 } });
  expect(bench.history.canUndo).toBe(false);
  bench.become({}, unvaried);
  bench.undo();
  expect(bench.variation.hold).toEqual({ 'forget.gate': 1 });
});

test('another model is opened, and undone, as one change', async () => {
  await loadOtherModels();
  bench.set({ 'b.f[0]': 0.25 });
  bench.open({ preset: 'gru-2-3-7' });
  bench.undo();
  expect(bench.variation.set).toEqual({ 'b.f[0]': 0.25 });
  bench.undo();
  expect(bench.isVaried).toBe(false);
});

test('a link to numbers of the lesson’s own is no change: whoever reads on comes to those of the next scene', () => {
  const drop = ['grad:cell.state@2<cell.kept@3'];
  bench.become({ setting: 'other' }, { ...unvaried, drop });
  bench.comeTo({ setting: 'other' }, { ...unvaried, drop });
  expect(bench.isVaried).toBe(false);
  bench.goHome({}, unvaried);
  expect(bench.base).toBe(base);
});

test('a link to other numbers than the lesson has there is one, and reset leads to the lesson’s', () => {
  bench.become({ setting: 'other' }, { ...unvaried, hold: { 'forget.gate': 1 } });
  bench.comeTo({ setting: 'other' }, unvaried);
  expect(bench.isVaried).toBe(true);
  bench.reset();
  expect([bench.base, bench.isVaried]).toEqual([other, false]);
});

import { expect, test } from 'vitest';
import { unvaried } from '#lib/workbench/variation.ts';
import { Workbench } from '#lib/workbench/workbench.svelte.ts';
import golden from './build/fixtures/output/15-first-symbol.en.json';
import type { LessonDocument, LiveNumber } from './document.ts';
import { findNumber } from './lesson-numbers.ts';
import { LessonRuns } from './lesson-runs.ts';
import { onStage } from './on-stage.ts';

const runs = new LessonRuns(golden as unknown as LessonDocument);
const number = (address: string): LiveNumber => findNumber(runs, address) as LiveNumber;
const newBench = (): Workbench => new Workbench(runs.base, () => undefined);

test('nothing is other before anything is changed, nor what a change does not reach', () => {
  const bench = newBench();
  const [before, after] = [number('forget.gate@2[0]'), number('forget.gate@3[0]')];
  expect(onStage(before, bench)).toBeUndefined();
  bench.hold('forget.gate@3[0]', 0.25);
  expect(onStage(before, bench)).toBeUndefined();
  expect(onStage(after, bench)).toBe(0.25);
  bench.undo();
  expect(onStage(after, bench)).toBeUndefined();
});

test('a gradient with a term left out is other', () => {
  const bench = newBench();
  const gradient = number('grad:cell.state@1[0]');
  bench.toggleDrop('grad:cell.state@1<cell.kept@2');
  expect(onStage(gradient, bench)).toBe(bench.model.run.gradient('cell.state', 1)[0]);
});

test('only a number of the setting that the stage shows can be compared', () => {
  const bench = newBench();
  bench.become({ setting: 'mirrored' }, { ...unvaried, set: { 'W.f[0][0]': 0.3 } });
  expect(onStage(number('loss'), bench)).toBeUndefined();
  expect(onStage(number('mirrored/loss'), bench)).toBe(bench.model.run.loss);
});

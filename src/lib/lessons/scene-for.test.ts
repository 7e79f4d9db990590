import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import { sceneFor } from './scene-for.ts';

const sizes = { inputSize: 1, hiddenSize: 1, outputSize: 1 };
const steps = stepsOf(compile(sequenceModel(lstm, sizes, { kind: 'mse', at: 'all' }), { timesteps: 3 }));
const scenes = [
  { id: 'start', at: 'backward:loss' },
  { id: 'paths', at: 'backward:cell.state@2' },
  { id: 'deleted', at: 'backward:cell.state@2', drop: ['grad:cell.state@2<cell.kept@3'] },
  { id: 'first', at: 'backward:cell.state@1' },
  { id: 'sum', at: 'backward:b.f' },
  { id: 'readout', at: 'backward:W.y' },
  { id: 'update', at: 'update:W.y' },
  { id: 'learned', at: 'forward:loss', setting: 'learned' },
];
const sceneAt = (at: string, more = {}) => sceneFor({ at, ...more }, scenes, steps).id;

test.each([
  ['backward:cell.state@2', 'paths'],
  ['backward:forget.gate@2', 'deleted'],
  ['backward:hidden.state@0', 'first'],
  ['forward:forget.gate@2', 'start'],
])('%s stands beside the scene %s, the last one on the way there', (at, scene) => {
  expect(sceneAt(at)).toBe(scene);
});

test('terms left out, and settings, have scenes of their own', () => {
  expect(sceneAt('backward:cell.state@2', { drop: ['grad:cell.state@2<cell.kept@3'] })).toBe('deleted');
  expect(sceneAt('forward:hidden.state@1', { setting: 'learned' })).toBe('learned');
  expect(sceneAt('backward:cell.state@2', { setting: 'nobody tells of it' })).toBe('paths');
});

test.each([
  ['backward:W.y@2', 'readout'],
  ['backward:b.f@3', 'sum'],
  ['backward:W.f', 'sum'],
  ['backward:W.i@2', 'sum'],
  ['update:b.f', 'update'],
  ['update:U.o', 'update'],
])('%s stands beside the scene %s, about that parameter or about parameters', (at, scene) => {
  expect(sceneAt(at)).toBe(scene);
});

test('a lesson that says nothing of parameters shows the last scene on the way to them', () => {
  expect(sceneFor({ at: 'update:W.f' }, scenes.slice(0, 2), steps).id).toBe('paths');
});

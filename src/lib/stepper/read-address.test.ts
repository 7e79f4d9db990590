import { expect, test } from 'vitest';
import { modelRun } from '#lib/cells/model-file/build.ts';
import { modelWith, rightModel } from '#lib/cells/model-file/faulty-files.ts';
import { readModelFile } from '#lib/cells/model-file/read.ts';
import { ledger } from '#lib/engine/ledger.ts';
import { formatAddress, parseAddress } from './address.ts';
import { elementAddress, everyValue, firstNotFinite } from './every-value.ts';
import { readAddress } from './read-address.ts';

const runWith = (way: string, to: unknown, model?: string) =>
  modelRun(readModelFile(modelWith(way, to, model), 'model.json'));
/** D = 2, H = 1, T = 3, two outputs compared at t = 1 and 3. */
const run = runWith('loss kind', 'mse');

function read(text: string, from = run) {
  const parsed = parseAddress(text);
  return 'problem' in parsed ? parsed : readAddress(from, parsed.address);
}

const numbersAt = (text: string): number[] => {
  const result = read(text);
  if ('problem' in result) throw new Error(result.problem);
  return [...result.numbers];
};

test.each([
  ['forget.gate@2[0]', [], [run.value('forget.gate', 2)[0]]],
  ['cell.state@0', [1], [-0.2]],
  ['input@3', [2], [-1, 0.5]],
  ['input@3[1]', [], [0.5]],
  ['W.i', [1, 2], [0.5, -0.2]],
  ['W.i[0]', [2], [0.5, -0.2]],
  ['W.i[0][1]', [], [-0.2]],
  ['W.y[1][0]', [], [-0.5]],
  ['loss', [], [run.loss]],
  ['loss@3', [], [run.value('loss.term', 3)[0]]],
  ['grad:output@1', [2], [...run.gradient('output', 1)]],
  ['grad:W.f[0][1]', [], [run.gradient('W.f')[1]]],
  ['norm:input@3', [], [Math.sqrt(1.25)]],
])('%s is read', (text, shape, numbers) => {
  expect(read(text)).toEqual({ shape, numbers: Float64Array.from(numbers) });
});

test('a norm is taken of whatever stands behind it', () => {
  const [a, b] = numbersAt('grad:W.f');
  expect(numbersAt('norm:grad:W.f')[0]).toBeCloseTo(Math.sqrt(a * a + b * b), 15);
  expect(numbersAt('norm:grad:W.f[0][1]')[0]).toBe(Math.abs(b));
});

test.each([
  ['forgte.gate@2', 'forgte.gate@2: expected a quantity of this model (nearest: forget.gate), found forgte.gate.'],
  ['forget.gate', 'forget.gate: expected a timestep from 1 to 3, found none.'],
  ['forget.gate@0', 'forget.gate@0: expected a timestep from 1 to 3, found 0.'],
  ['hidden.state@4', 'hidden.state@4: expected a timestep from 0 to 3, found 4.'],
  ['loss@2', 'loss@2: expected one of the timesteps 1, 3, found 2.'],
  ['target@2', 'target@2: expected one of the timesteps 1, 3, found 2.'],
  ['W.f@1', 'W.f@1: expected no timestep, found 1.'],
  ['W.f#0', 'W.f#0: expected no sample, found 0.'],
  ['forget.gate@1#1', 'forget.gate@1#1: expected sample 0, found 1.'],
  ['output@1[2]', 'output@1[2]: expected a unit from 0 to 1, found 2.'],
  ['W.i[0][2]', 'W.i[0][2]: expected a unit from 0 to 1, found 2.'],
  ['loss[0]', 'loss[0]: expected no unit, found 1.'],
  ['input@1[0][0]', 'input@1[0][0]: expected at most one unit, found 2.'],
  ['next:W.f', 'next:W.f: expected a value, grad:, grad: with “<”, nudged: or norm:, found next:.'],
  ['grad:norm:W.f', 'grad:norm:W.f: expected a value, grad:, grad: with “<”, nudged: or norm:, found grad:norm:.'],
  ['grad:W.f<loss', 'grad:W.f<loss: expected one of its users, forget.preactivation, found loss.'],
  ['grad:W.f<forget.preactivation', 'grad:W.f<forget.preactivation: expected a timestep from 1 to 3, found none.'],
  ['rnn/loss', 'rnn/loss: expected an address within a single run, found the run rnn.'],
])('%s is refused, with what there is', (text, problem) => expect(read(text)).toEqual({ problem }));

test('what came through one use is an entry of the ledger', () => {
  const entries = ledger(run, 'cell.state', 2);
  expect(entries.map(({ user }) => user!.id)).toEqual(['cell.squashed', 'cell.kept']);
  for (const { user, share } of entries) {
    expect(numbersAt(`grad:cell.state@2<${user!.id}@${user!.t}`)).toEqual([...share]);
  }
});

test('every number of a run is found under the address it is listed with', () => {
  const entries = [...everyValue(run)];
  for (const entry of entries) {
    entry.values.forEach((value, i) => {
      const address = formatAddress(elementAddress(entry, i));
      expect(numbersAt(address)).toEqual([value]);
      expect(numbersAt(`grad:${address}`)).toEqual([entry.gradients[i]]);
    });
  }
  const listed = entries.map(({ address }) => formatAddress(address));
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.slice(0, 3)).toEqual(['W.f', 'U.f', 'b.f']);
  expect(listed.slice(14, 18)).toEqual(['cell.state@0', 'hidden.state@0', 'input@1', 'target@1']);
  expect(listed.slice(-3)).toEqual(['output@3', 'loss@3', 'loss']);
});

test('the first number that overflows is named: on the way forward, then on the way back', () => {
  expect(firstNotFinite(run)).toBeUndefined();
  const { parameters } = rightModel;
  const huge = { ...parameters, bias_ih_l0: [0, 1e308, 0, 0], bias_hh_l0: [0, 1e308, 0, 0] };
  const forward = firstNotFinite(runWith('parameters', huge))!;
  expect([formatAddress(forward.address), forward.found]).toEqual(['b.f[0]', Infinity]);
  const steep = modelWith('parameters weight_ih_l0 2', [1e300, 0.8]);
  const backward = firstNotFinite(runWith('loss targets 2 1', 1e20, steep))!;
  expect(formatAddress(backward.address)).toBe('grad:input@2[0]');
});

test('a nudged value is how the loss answers to it, near the gradient but not taken from it', () => {
  const [nudged] = numbersAt('nudged:W.f[0][1]');
  const [gradient] = numbersAt('grad:W.f[0][1]');
  expect(nudged).not.toBe(gradient);
  expect(nudged).toBeCloseTo(gradient, 8);
});

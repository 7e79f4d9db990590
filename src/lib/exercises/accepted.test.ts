import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Random } from '#lib/engine/random.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { shownNumber } from '#lib/formula/number.ts';
import { parseAddress, type Address } from '#lib/stepper/address.ts';
import { acceptedAt } from './accepted.ts';

const graph = sequenceModel(lstm, { inputSize: 1, hiddenSize: 2 }, { kind: 'sse', at: 'all' });
const run = new Run(compile(graph, { timesteps: 2 }));
const random = new Random(7);
run.parameters.values.forEach((_, i, all) => (all[i] = random.uniform(-1, 1)));
for (const t of [1, 2]) run.value('input', t)[0] = random.uniform(-1, 1);
const model = new NamedRun(lstm, run.forward().backward());

const at = (text: string) => acceptedAt(model, (parseAddress(text) as { address: Address }).address);

test('accepts what follows from the figures shown: product of two rounded numbers', () => {
  const f = shownNumber(run.value('forget.gate', 2)[0], { fraction: true });
  const before = shownNumber(run.value('cell.state', 1)[0]);
  const { from, to, half } = at('cell.kept@2[0]');
  for (const right of [f * before, run.value('cell.kept', 2)[0]]) {
    expect(right).toBeGreaterThanOrEqual(from);
    expect(right).toBeLessThanOrEqual(to);
  }
  expect(to - from).toBeLessThan(0.002);
  expect(half).toBe(0.0005);
});

test.each([
  'forget.gate@2[1]',
  'cell.state@2[0]',
  'hidden.state@1[1]',
  'loss',
  'grad:cell.state@1[0]',
  'grad:cell.state@1[0]<cell.kept@2',
  'grad:forget.preactivation@2[0]',
  'grad:U.f[0][1]',
])('the exact number at %s counts as right, and little else does', (text) => {
  const { from, to } = at(text);
  expect(to - from).toBeLessThan(0.01);
  expect(from).toBeLessThanOrEqual(to);
});

test('of a sum, each term may be taken from the page or computed from it', () => {
  const shares = ['cell.squashed@1', 'cell.kept@2'].map((user) => at(`grad:cell.state@1[0]<${user}`));
  const whole = at('grad:cell.state@1[0]');
  const sum = (end: 'from' | 'to') => shares.reduce((total, share) => total + share[end], 0);
  const taken = shares.reduce((total, { exact }) => total + shownNumber(exact), 0);
  expect(whole.from).toBeLessThanOrEqual(Math.min(sum('from'), taken) + 1e-12);
  expect(whole.to).toBeGreaterThanOrEqual(Math.max(sum('to'), taken) - 1e-12);
});

test('what is given and not computed has only one right answer', () => {
  for (const text of ['U.f[0][1]', 'input@2[0]', 'hidden.state@0[0]', 'norm:grad:cell.state@1']) {
    const { from, to } = at(text);
    expect(from).toBe(to);
  }
});

import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { updateRules, Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { computed } from '../../tests/specimen.ts';
import { formulaPieces, isChange } from './formula-html.ts';
import { formulasAt } from './formulas-at.ts';
import { NamedRun } from './named-run.ts';
import { originOf } from './origin.ts';
import { slotAddress, slotNumbers } from './slot.ts';
import { slotOf, type Found } from './slot-of.ts';
import { updateOf } from './update-of.ts';

const step: Step = { pass: 'update', t: 0, id: 'W.f' };
const rules = Object.keys(updateRules) as UpdateRuleName[];

/** After one update, so that there is something to remember. */
function learning(rule: UpdateRuleName): NamedRun {
  const graph = sequenceModel(lstm, { inputSize: 2, hiddenSize: 2 }, { kind: 'mse', at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 2, samples: 1 }, seed: 3 });
  const updater = new Updater(run, rule);
  updater.apply();
  return new NamedRun(lstm, run.forward().backward(), updater);
}

const addressOf = ({ model, slot }: Found): string => slotAddress(model, slot) ?? 'none';

function originAt(model: NamedRun, address: string) {
  const origin = originOf(slotOf(model, address)!, stepsOf(model.run.program));
  return { ...origin, madeOf: origin.madeOf.map(addressOf), usedBy: origin.usedBy.map(addressOf) };
}

test.each(rules)('every number in the formulas of an update by %s says where it comes from', (rule) => {
  const model = learning(rule);
  const formulas = [...formulasAt(model, step, { folded: false }), ...formulasAt(model, step, { elements: [1] })];
  const pieces = formulas.flatMap((formula) => formulaPieces(updateOf(model, step.id), formula, 0).filter(isChange));
  for (const piece of pieces) {
    // What a term comes to is a number of the formula alone.
    if (piece.kind !== 'number' || piece.field === 'term') continue;
    const found = slotOf(model, piece.address!)!;
    expect([...slotNumbers(found.model, found.slot)], piece.address).toEqual([piece.value]);
    const { step: place, madeOf, usedBy, atFirst } = originAt(model, piece.address!);
    const isGiven = atFirst !== undefined || place === null;
    expect(madeOf.length > 0 || isGiven || piece.address!.startsWith('W.f['), piece.address).toBe(true);
    expect(usedBy.length > 0 || piece.address!.startsWith('next:'), piece.address).toBe(true);
    for (const other of [...madeOf, ...usedBy]) expect(slotOf(model, other), other).toBeDefined();
  }
});

test('what a rule remembers leads to what it was made of, to what uses it, and to its step', () => {
  const adam = learning('adam');
  expect(originAt(adam, 'W.f/first[0][1]')).toEqual({
    step,
    madeOf: ['beta1', 'W.f/first.before[0][1]', 'grad:W.f[0][1]'],
    usedBy: ['W.f/first.corrected[0][1]'],
  });
  expect(originAt(adam, 'W.f/power1.before')).toEqual({ step, madeOf: [], usedBy: ['W.f/power1'], atFirst: 1 });
  expect(originAt(learning('momentum'), 'W.f/velocity.before[0][1]')).toEqual({
    step,
    madeOf: [],
    usedBy: ['W.f/velocity[0][1]'],
    atFirst: 0,
  });
});

test('the gradient of a parameter is used for its update, a setting for every update', () => {
  const sgd = learning('sgd');
  expect(originAt(sgd, 'grad:W.f[0][1]').usedBy).toEqual(['next:W.f[0][1]']);
  expect(originAt(sgd, 'next:W.f[0][1]').madeOf).toEqual(['W.f[0][1]', 'rate', 'grad:W.f[0][1]']);
  expect(originAt(sgd, 'rate')).toMatchObject({ step: null, madeOf: [] });
  expect(originAt(sgd, 'rate').usedBy).toContain('next:W.f');
  expect(originAt(learning('adam'), 'grad:W.f[0][1]').usedBy).toEqual(['W.f/first[0][1]', 'W.f/second[0][1]']);
});

test.each(['W.f/nothing', 'W.q/first[0][0]', 'next:rate', 'x/forget.gate@1', 'grad:W.f<forget.gate@1'])(
  'no formula holds %s',
  (address) => expect(slotOf(learning('adam'), address)).toBeUndefined(),
);

test('what one use contributes to a gradient says which numbers it is made of, and that it adds up to the whole', () => {
  const model = learning('sgd');
  const found = slotOf(model, 'grad:hidden.state@1[0]<forget.preactivation@2')!;
  const [share] = slotNumbers(found.model, found.slot);
  const origin = originAt(model, 'grad:hidden.state@1[0]<forget.preactivation@2');
  expect(origin.madeOf).toEqual([
    'grad:forget.preactivation@2[0]',
    'U.f[0][0]',
    'grad:forget.preactivation@2[1]',
    'U.f[1][0]',
  ]);
  expect(origin.usedBy).toEqual(['grad:hidden.state@1[0]']);
  expect(origin.step).toEqual({ pass: 'backward', id: 'hidden.state', t: 1 });
  const numberAt = (address: string): number => {
    const { model: own, slot } = slotOf(model, address)!;
    return slotNumbers(own, slot)[0];
  };
  const [g0, u0, g1, u1] = origin.madeOf.map(numberAt);
  expect(share).toBeCloseTo(g0 * u0 + g1 * u1, 12);

  expect(originAt(model, 'grad:hidden.state@1<forget.preactivation@2').usedBy).toEqual(['grad:hidden.state@1']);
  expect(slotOf(model, 'grad:hidden.state@1[0]<cell.state@2')).toBeUndefined();
});

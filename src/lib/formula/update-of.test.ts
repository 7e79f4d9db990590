import { expect, test } from 'vitest';
import { lstm } from '#lib/cells/lstm/cell.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import type { Step } from '#lib/engine/steps.ts';
import { updateRules, Updater, type UpdateRuleName } from '#lib/engine/updates.ts';
import { readNumber } from '../../tests/read-number.ts';
import { computed } from '../../tests/specimen.ts';
import { formulaPieces, htmlOf, isChange } from './formula-html.ts';
import { formulasAt } from './formulas-at.ts';
import { NamedRun } from './named-run.ts';
import { updateOf } from './update-of.ts';

const step: Step = { pass: 'update', t: 0, id: 'W.f' };

/** After one update, so that there is something to remember. */
function learning(rule: UpdateRuleName): NamedRun {
  const graph = sequenceModel(lstm, { inputSize: 2, hiddenSize: 2 }, { kind: 'mse', at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 2, samples: 1 }, seed: 3 });
  const updater = new Updater(run, rule);
  updater.apply();
  return new NamedRun(lstm, run.forward().backward(), updater);
}

function shown(model: NamedRun): [address: string | undefined, value: string][] {
  const formulas = [...formulasAt(model, step, { folded: false }), ...formulasAt(model, step, { elements: [3] })];
  const changes = formulas.flatMap((formula) => formulaPieces(updateOf(model, step.id), formula, 0).filter(isChange));
  return changes.flatMap((change) =>
    change.kind === 'number' && change.field !== 'term' ? [[change.address, String(change.value)]] : [],
  );
}

test.each(Object.keys(updateRules) as UpdateRuleName[])('every number of an update by %s has its address', (rule) => {
  const model = learning(rule);
  const { settings } = model.updater.rule;
  for (const [address = 'none', value] of shown(model)) {
    if (address.startsWith('next:') || address in settings) continue;
    expect(readNumber(model, address), address).toBe(value);
  }
});

test.each(['W.f', 'b.y'])('between single numbers stands a dot, ⊙ only between arrays (%s)', (id) => {
  const graph = sequenceModel(lstm, { inputSize: 2, hiddenSize: 2, outputSize: 1 }, { kind: 'mse', at: 'all' });
  const run = computed({ graph, sizes: { timesteps: 2, samples: 1 }, seed: 3 });
  const model = new NamedRun(lstm, run, new Updater(run, 'adam'));
  const operators = (of: string): string => {
    const formulas = formulasAt(model, { ...step, id });
    const formula = formulas.find(({ left }) => left.instance.id === of)!;
    const html = htmlOf(formulaPieces(updateOf(model, id), formula, 0));
    return [...html.matchAll(/ operator">(.)</g)].map(([, sign]) => sign).join('');
  };
  expect(operators('power1')).toMatch(/^·+$/);
  expect(operators('gradient.squared')).toMatch(id === 'b.y' ? /^·+$/ : /^⊙+$/);
});

test('what a rule remembers is named by the parameter it is remembered for', () => {
  const addresses = (rule: UpdateRuleName) => shown(learning(rule)).map(([address]) => address);
  expect(addresses('momentum')).toEqual(expect.arrayContaining(['W.f/velocity.before[1][0]', 'W.f/velocity[1][0]']));
  expect(addresses('adam')).toEqual(expect.arrayContaining(['W.f/first[0][1]', 'W.f/second[0][1]', 'W.f/power1']));
});

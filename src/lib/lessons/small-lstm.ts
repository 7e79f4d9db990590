/** The smallest LSTM that shows everything: one unit, two timesteps, weights that can be followed on paper. */
import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { Updater } from '#lib/engine/updates.ts';
import { NamedRun } from '#lib/formula/named-run.ts';

const parameters = {
  'W.f': 0.7,
  'U.f': 0.1,
  'b.f': 0.5,
  'W.i': 0.95,
  'U.i': 0.8,
  'b.i': 0.65,
  'W.c': 0.45,
  'U.c': 0.25,
  'b.c': 0.2,
  'W.o': 0.6,
  'U.o': 0.4,
  'b.o': 0.25,
} as const;
const inputs = [1, 0.5];
const targets = [0.5, 1.25];
const sizes = { inputSize: 1, hiddenSize: 1 };

export const rate = 0.1;

function start(): Run {
  const run = new Run(compile(sequenceModel(lstm, sizes, { kind: 'sse', at: 'all' }), { timesteps: inputs.length }));
  inputs.forEach((input, t) => run.value('input', t + 1).fill(input));
  targets.forEach((target, t) => run.value('target', t + 1).fill(target));
  for (const [id, value] of Object.entries(parameters)) run.value(id as keyof typeof parameters).fill(value);
  return run.forward().backward();
}

/** The run with the weights above, and the one after a single update of plain gradient descent. */
export function smallLstm(): { before: NamedRun; after: NamedRun } {
  const [before, after] = [start(), start()];
  new Updater(after, 'sgd', { rate }).apply();
  after.forward().backward();
  return { before: new NamedRun(lstm, before), after: new NamedRun(lstm, after) };
}

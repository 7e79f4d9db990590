import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import { Updater } from '#lib/engine/updates.ts';
import type { MakeContender } from './contender.ts';

export const makeGatewalk: MakeContender = ({ inputSize, hiddenSize, timesteps, parameters, inputs, targets }) => {
  const graph = sequenceModel(lstm, { inputSize, hiddenSize }, { kind: 'mse', at: 'all' });
  const run = new Run(compile(graph, { timesteps }));
  for (const { family, letter, numbers } of parameters) run.value(`${family}.${letter}`).set(numbers);
  inputs.forEach((numbers, index) => run.value('input', index + 1).set(numbers));
  targets.forEach((numbers, index) => run.value('target', index + 1).set(numbers));
  const updater = new Updater(run, 'sgd');
  return {
    pass() {
      run.forward().backward();
    },
    step(rate) {
      updater.run.value('rate')[0] = rate;
      run.forward().backward();
      updater.apply();
    },
    loss: () => run.loss,
    gradient: ({ family, letter }) => run.gradient(`${family}.${letter}`),
  };
};

import { lstm } from '#lib/cells/lstm/cell.ts';
import { compile } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { sequenceModel } from '#lib/engine/sequence-model.ts';
import type { MakeContender } from './contender.ts';

export const makeGatewalk: MakeContender = ({ inputSize, hiddenSize, timesteps, parameters, inputs, targets }) => {
  const graph = sequenceModel(lstm, { inputSize, hiddenSize }, { kind: 'mse', at: 'all' });
  const run = new Run(compile(graph, { timesteps }));
  for (const { family, letter, numbers } of parameters) run.value(`${family}.${letter}`).set(numbers);
  inputs.forEach((numbers, index) => run.value('input', index + 1).set(numbers));
  targets.forEach((numbers, index) => run.value('target', index + 1).set(numbers));
  const { values, gradients } = run.parameters;
  return {
    pass() {
      run.forward().backward();
    },
    step(rate) {
      run.forward().backward();
      for (let k = 0; k < values.length; k++) values[k] -= rate * gradients[k];
    },
    loss: () => run.loss,
    gradient: ({ family, letter }) => run.gradient(`${family}.${letter}`),
  };
};

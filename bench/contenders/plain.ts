import { PlainLstm } from '../plain.ts';
import type { MakeContender } from './contender.ts';

export const makePlain: MakeContender = ({ parameters, inputs, targets, ...sizes }) => {
  const plain = new PlainLstm(sizes);
  for (const { family, letter, numbers } of parameters) plain.parameters[family][letter].set(numbers);
  inputs.forEach((numbers, index) => plain.values[index + 1].x.set(numbers));
  targets.forEach((numbers, index) => plain.values[index + 1].target.set(numbers));
  return {
    pass() {
      plain.forward().backward();
    },
    step(rate) {
      plain.forward().backward().descend(rate);
    },
    loss: () => plain.loss,
    gradient: ({ family, letter }) => plain.parameterGradients[family][letter],
  };
};

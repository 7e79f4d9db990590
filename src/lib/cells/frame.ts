/** Names and symbols of what stands around a cell in every sequence model: data, readout, loss, learning rate. */
import type { FrameIds } from '#lib/engine/sequence-model.ts';
import type { Letter, Quantity } from './cell.ts';

export const frameQuantities: Readonly<Record<FrameIds, Quantity>> = {
  input: {
    name: { en: 'input', zh: '输入' },
    symbol: { course: 'X_{@}', pytorch: 'x_{@}', keras: 'x_{@}' },
    badge: { course: 'X' },
    slot: 'data',
  },
  target: {
    name: { en: 'target', zh: '目标值' },
    symbol: { course: 'Y^{*}_{@}', pytorch: 'y^{*}_{@}', keras: 'y^{*}_{@}' },
    badge: { course: 'Y*' },
    slot: 'data',
  },
  output: {
    name: { en: 'output', zh: '输出' },
    symbol: { course: 'Y_{@}', pytorch: 'y_{@}', keras: 'y_{@}' },
    badge: { course: 'Y' },
    slot: 'data',
  },
  'loss.term': {
    name: { en: 'loss of one timestep', zh: '时间步损失' },
    symbol: { course: 'L_{@}' },
    slot: 'neutral',
    unsigned: true,
  },
  loss: {
    name: { en: 'loss', zh: '损失' },
    symbol: { course: 'L' },
    badge: { course: 'L' },
    slot: 'neutral',
    unsigned: true,
  },
};

export const readoutLetter: Letter = {
  name: { en: 'readout', zh: '输出层' },
  subscript: { course: 'y' },
  slot: 'data',
};

import { defineCell } from '../cell.ts';
import { equations } from './definition.ts';
import { diagram } from './diagram.ts';

export const lstm = defineCell(equations, {
  id: 'lstm',
  name: { en: 'LSTM', zh: 'LSTM' },
  quantities: {
    'forget.preactivation': {
      name: { en: 'forget gate before the sigmoid', zh: '遗忘门的预激活值' },
      symbol: { course: 'a_{f,@}' },
      slot: 'forget',
      folds: 'forward',
    },
    'forget.gate': {
      name: { en: 'forget gate', zh: '遗忘门' },
      symbol: { course: 'f_{@}' },
      badge: { course: 'F' },
      slot: 'forget',
      fraction: true,
      folds: 'backward',
    },
    'input.preactivation': {
      name: { en: 'input gate before the sigmoid', zh: '输入门的预激活值' },
      symbol: { course: 'a_{i,@}' },
      slot: 'input',
      folds: 'forward',
    },
    'input.gate': {
      name: { en: 'input gate', zh: '输入门' },
      symbol: { course: 'i_{@}' },
      badge: { course: 'I' },
      slot: 'input',
      fraction: true,
      folds: 'backward',
    },
    'candidate.preactivation': {
      name: { en: 'candidate before the tanh', zh: '候选记忆的预激活值' },
      symbol: { course: 'a_{c,@}', pytorch: 'a_{g,@}' },
      slot: 'candidate',
      folds: 'forward',
    },
    candidate: {
      name: { en: 'candidate', zh: '候选记忆' },
      symbol: { course: '\\tilde{C}_{@}', pytorch: 'g_{@}', keras: '\\tilde{c}_{@}' },
      badge: { course: 'C̃', pytorch: 'G' },
      slot: 'candidate',
      folds: 'backward',
    },
    'cell.kept': {
      name: { en: 'kept part of the cell state', zh: '保留的记忆' },
      symbol: { course: 'K_{@}' },
      slot: 'cell',
      folds: 'both',
    },
    'cell.written': {
      name: { en: 'written part of the cell state', zh: '写入的记忆' },
      symbol: { course: 'N_{@}' },
      slot: 'candidate',
      folds: 'both',
    },
    'cell.state': {
      name: { en: 'cell state', zh: '细胞状态' },
      symbol: { course: 'C_{@}', pytorch: 'c_{@}', keras: 'c_{@}' },
      badge: { course: 'C' },
      slot: 'cell',
    },
    'output.preactivation': {
      name: { en: 'output gate before the sigmoid', zh: '输出门的预激活值' },
      symbol: { course: 'a_{o,@}' },
      slot: 'output',
      folds: 'forward',
    },
    'output.gate': {
      name: { en: 'output gate', zh: '输出门' },
      symbol: { course: 'o_{@}' },
      badge: { course: 'O' },
      slot: 'output',
      fraction: true,
      folds: 'backward',
    },
    'cell.squashed': {
      name: { en: 'squashed cell state', zh: '压缩后的细胞状态' },
      symbol: { course: 'S_{@}' },
      slot: 'cell',
      folds: 'both',
    },
    'hidden.state': {
      name: { en: 'hidden state', zh: '隐藏状态' },
      symbol: { course: 'H_{@}', pytorch: 'h_{@}', keras: 'h_{@}' },
      badge: { course: 'H' },
      slot: 'hidden',
    },
  },
  letters: {
    f: { name: { en: 'forget gate', zh: '遗忘门' }, subscript: { course: 'f' }, slot: 'forget' },
    i: { name: { en: 'input gate', zh: '输入门' }, subscript: { course: 'i' }, slot: 'input' },
    c: { name: { en: 'candidate', zh: '候选记忆' }, subscript: { course: 'c', pytorch: 'g' }, slot: 'candidate' },
    o: { name: { en: 'output gate', zh: '输出门' }, subscript: { course: 'o' }, slot: 'output' },
  },
  torch: { module: 'LSTM', blocks: ['i', 'f', 'c', 'o'] },
  keras: { blocks: ['i', 'f', 'c', 'o'] },
  diagram,
});

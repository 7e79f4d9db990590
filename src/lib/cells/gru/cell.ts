import { defineCell } from '../cell.ts';
import { equations } from './definition.ts';
import { diagram } from './diagram.ts';

export const gru = defineCell(equations, {
  id: 'gru',
  name: { en: 'GRU', zh: 'GRU' },
  quantities: {
    'reset.preactivation': {
      name: { en: 'reset gate before the sigmoid', zh: '重置门的预激活值' },
      symbol: { course: 'a_{r,@}' },
      slot: 'input',
      folds: 'forward',
    },
    'reset.gate': {
      name: { en: 'reset gate', zh: '重置门' },
      symbol: { course: 'r_{@}' },
      badge: { course: 'R' },
      slot: 'input',
      fraction: true,
      folds: 'backward',
    },
    'update.preactivation': {
      name: { en: 'update gate before the sigmoid', zh: '更新门的预激活值' },
      symbol: { course: 'a_{z,@}' },
      slot: 'forget',
      folds: 'forward',
    },
    'update.gate': {
      name: { en: 'update gate', zh: '更新门' },
      symbol: { course: 'z_{@}' },
      badge: { course: 'Z' },
      slot: 'forget',
      fraction: true,
      folds: 'backward',
    },
    'candidate.input': {
      name: { en: 'input’s part of the candidate', zh: '候选状态的输入部分' },
      symbol: { course: 'p_{@}' },
      slot: 'candidate',
      folds: 'forward',
    },
    'candidate.recurrent': {
      name: { en: 'past’s part of the candidate', zh: '候选状态的循环部分' },
      symbol: { course: 'q_{@}' },
      slot: 'candidate',
      folds: 'forward',
    },
    'candidate.reset': {
      name: { en: 'part of the past that the reset gate lets through', zh: '重置门放行的部分' },
      symbol: { course: '\\hat{q}_{@}' },
      slot: 'candidate',
      folds: 'both',
    },
    'candidate.preactivation': {
      name: { en: 'candidate before the tanh', zh: '候选状态的预激活值' },
      symbol: { course: 'a_{n,@}', keras: 'a_{h,@}' },
      slot: 'candidate',
      folds: 'forward',
    },
    candidate: {
      name: { en: 'candidate', zh: '候选状态' },
      symbol: { course: 'n_{@}', keras: '\\tilde{h}_{@}' },
      badge: { course: 'N', keras: 'H̃' },
      slot: 'candidate',
      folds: 'backward',
    },
    'update.complement': {
      name: { en: 'share of the candidate', zh: '候选状态的份额' },
      symbol: { course: '\\bar{z}_{@}' },
      slot: 'forget',
      fraction: true,
      folds: 'both',
    },
    'hidden.written': {
      name: { en: 'written part of the hidden state', zh: '写入的隐藏状态' },
      symbol: { course: 'N_{@}' },
      slot: 'candidate',
      folds: 'both',
    },
    'hidden.kept': {
      name: { en: 'kept part of the hidden state', zh: '保留的隐藏状态' },
      symbol: { course: 'K_{@}' },
      slot: 'hidden',
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
    r: { name: { en: 'reset gate', zh: '重置门' }, subscript: { course: 'r' }, slot: 'input' },
    z: { name: { en: 'update gate', zh: '更新门' }, subscript: { course: 'z' }, slot: 'forget' },
    n: { name: { en: 'candidate', zh: '候选状态' }, subscript: { course: 'n', keras: 'h' }, slot: 'candidate' },
  },
  torch: { module: 'GRU', blocks: ['r', 'z', 'n'] },
  keras: { blocks: ['z', 'r', 'n'] },
  diagram,
});

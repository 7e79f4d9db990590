import { defineCell } from '../cell.ts';
import { equations } from './definition.ts';
import { diagram } from './diagram.ts';

export const rnn = defineCell(equations, {
  id: 'rnn',
  name: { en: 'RNN', zh: 'RNN' },
  quantities: {
    'hidden.preactivation': {
      name: { en: 'hidden state before the tanh', zh: '隐藏状态的预激活值' },
      symbol: { course: 'a_{@}' },
      slot: 'hidden',
      folds: 'forward',
    },
    'hidden.state': {
      name: { en: 'hidden state', zh: '隐藏状态' },
      symbol: { course: 'H_{@}', pytorch: 'h_{@}', keras: 'h_{@}' },
      badge: { course: 'H' },
      slot: 'hidden',
    },
  },
  letters: {
    h: { name: { en: 'hidden state', zh: '隐藏状态' }, subscript: { course: '', pytorch: 'h' }, slot: 'hidden' },
  },
  torch: { module: 'RNN', blocks: ['h'] },
  keras: { blocks: ['h'] },
  diagram,
});

import type { Language } from './languages.ts';

/** One word of the course per thing; the lessons are held to it. */
export interface Term extends Readonly<Record<Language, string>> {
  /** What it is not called here, though others do, or one easily might. */
  readonly never: Readonly<Partial<Record<Language, readonly string[]>>>;
}

export const glossary: readonly Term[] = [
  { en: 'forget gate', zh: '遗忘门', never: { zh: ['忘记门', '遗忘闸'], en: ['forgetting gate'] } },
  { en: 'input gate', zh: '输入门', never: { zh: ['更新门控', '输入闸'] } },
  { en: 'output gate', zh: '输出门', never: { zh: ['输出闸'] } },
  { en: 'candidate', zh: '候选记忆', never: { zh: ['候选状态', '候选值', '候选细胞'], en: ['candidate gate'] } },
  { en: 'cell state', zh: '细胞状态', never: { zh: ['单元状态', '元胞状态', '记忆单元状态'] } },
  { en: 'hidden state', zh: '隐藏状态', never: { zh: ['隐状态', '隐含状态', '隐层状态'] } },
  { en: 'readout', zh: '输出层', never: { zh: ['读出层'] } },
  {
    en: 'pre-activation',
    zh: '预激活值',
    never: { zh: ['激活前值', '净输入'], en: ['preactivation', 'pre activation'] },
  },
  { en: 'gradient', zh: '梯度', never: { zh: ['斜度'] } },
  {
    en: 'backpropagation',
    zh: '反向传播',
    never: { zh: ['后向传播', '逆传播'], en: ['back propagation', 'back-propagation'] },
  },
  { en: 'timestep', zh: '时间步', never: { zh: ['时步', '时刻步'], en: ['time step', 'time-step'] } },
  { en: 'learning rate', zh: '学习率', never: { zh: ['学习速率', '学习步长'] } },
  { en: 'weight', zh: '权重', never: { zh: ['权值'] } },
  { en: 'bias', zh: '偏置', never: { zh: ['偏差项', '偏移量'] } },
  { en: 'loss', zh: '损失', never: { zh: ['损耗'] } },
  { en: 'gradient check', zh: '梯度检验', never: { zh: ['梯度检查'] } },
];

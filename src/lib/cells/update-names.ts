/** Names and symbols of what an update of the parameters computes with, whatever the rule; θ and ∂L/∂θ have their own. */
import type { Quantity } from './cell.ts';

const neutral = { slot: 'neutral' } as const;
const setting = { ...neutral, fraction: true } as const;
/** Written into the equation that needs it. */
const inside = { ...neutral, folds: 'forward' } as const;

export const updateQuantities: Readonly<Record<string, Quantity>> = {
  rate: { name: { en: 'learning rate', zh: '学习率' }, symbol: { course: '\\eta' }, ...setting },
  momentum: { name: { en: 'momentum', zh: '动量系数' }, symbol: { course: '\\mu' }, ...setting },
  beta1: { name: { en: 'decay of the mean', zh: '均值的衰减率' }, symbol: { course: '\\beta_1' }, ...setting },
  beta2: { name: { en: 'decay of the mean square', zh: '均方的衰减率' }, symbol: { course: '\\beta_2' }, ...setting },
  epsilon: {
    name: { en: 'guard against division by zero', zh: '防止除以零的小数' },
    symbol: { course: '\\varepsilon' },
    ...setting,
  },
  move: { name: { en: 'amount taken off', zh: '减去的量' }, symbol: { course: 'u' }, ...inside },
  'velocity.before': { name: { en: 'velocity so far', zh: '此前的速度' }, symbol: { course: 'v' }, ...neutral },
  'velocity.kept': { name: { en: 'velocity kept', zh: '保留的速度' }, symbol: { course: '\\mu v' }, ...inside },
  velocity: { name: { en: 'new velocity', zh: '新的速度' }, symbol: { course: "v'" }, ...neutral },
  'first.before': { name: { en: 'mean so far', zh: '此前的均值' }, symbol: { course: 'm' }, ...neutral },
  'first.kept': { name: { en: 'mean kept', zh: '保留的均值' }, symbol: { course: '\\beta_1 m' }, ...inside },
  'beta1.rest': { name: { en: 'weight of the new', zh: '新值的权重' }, symbol: { course: '\\bar\\beta_1' }, ...inside },
  'first.fresh': { name: { en: 'part of the gradient', zh: '梯度的部分' }, symbol: { course: 'm_g' }, ...inside },
  first: { name: { en: 'mean of the gradients', zh: '梯度的均值' }, symbol: { course: "m'" }, ...neutral },
  'gradient.squared': { name: { en: 'squared gradient', zh: '梯度的平方' }, symbol: { course: 'g^2' }, ...inside },
  'second.before': { name: { en: 'mean square so far', zh: '此前的均方' }, symbol: { course: 's' }, ...neutral },
  'second.kept': { name: { en: 'mean square kept', zh: '保留的均方' }, symbol: { course: '\\beta_2 s' }, ...inside },
  'beta2.rest': { name: { en: 'weight of the new', zh: '新值的权重' }, symbol: { course: '\\bar\\beta_2' }, ...inside },
  'second.fresh': {
    name: { en: 'part of the squared gradient', zh: '梯度平方的部分' },
    symbol: { course: 's_g' },
    ...inside,
  },
  second: { name: { en: 'mean square of the gradients', zh: '梯度的均方' }, symbol: { course: "s'" }, ...neutral },
  'power1.before': {
    name: { en: 'power of β₁ so far', zh: '此前 β₁ 的幂' },
    symbol: { course: '\\beta_1^{k-1}' },
    ...setting,
  },
  power1: { name: { en: 'power of β₁', zh: 'β₁ 的幂' }, symbol: { course: '\\beta_1^{k}' }, ...setting },
  'power1.rest': {
    name: { en: 'correction of the mean', zh: '均值的修正数' },
    symbol: { course: '1-\\beta_1^{k}' },
    ...inside,
  },
  'first.corrected': { name: { en: 'corrected mean', zh: '修正后的均值' }, symbol: { course: '\\hat{m}' }, ...neutral },
  'power2.before': {
    name: { en: 'power of β₂ so far', zh: '此前 β₂ 的幂' },
    symbol: { course: '\\beta_2^{k-1}' },
    ...setting,
  },
  power2: { name: { en: 'power of β₂', zh: 'β₂ 的幂' }, symbol: { course: '\\beta_2^{k}' }, ...setting },
  'power2.rest': {
    name: { en: 'correction of the mean square', zh: '均方的修正数' },
    symbol: { course: '1-\\beta_2^{k}' },
    ...inside,
  },
  'second.corrected': {
    name: { en: 'corrected mean square', zh: '修正后的均方' },
    symbol: { course: '\\hat{s}' },
    ...neutral,
  },
  deviation: {
    name: { en: 'root of the corrected mean square', zh: '修正后均方的平方根' },
    symbol: { course: '\\sqrt{\\hat{s}}' },
    ...inside,
  },
  divisor: {
    name: { en: 'divisor', zh: '除数' },
    symbol: { course: '\\sqrt{\\hat{s}}+\\varepsilon' },
    ...inside,
  },
  direction: { name: { en: 'direction', zh: '方向' }, symbol: { course: 'd' }, ...inside },
};

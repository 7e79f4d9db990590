/** What may be typed for a setting of an update rule. */
import { typedNumber } from '#lib/formula/typed-number.ts';

export type SettingProblem = 'unreadable' | 'rate' | 'epsilon' | 'part';

/** A part that is kept of what was: with 1 nothing old would ever fade. */
const parts = ['momentum', 'beta1', 'beta2'];

/** The number typed for the setting `id`, or what is wrong with it. */
export function readSetting(id: string, text: string): { value: number } | { problem: SettingProblem } {
  const value = typedNumber(text)?.value ?? NaN;
  if (!Number.isFinite(value)) return { problem: 'unreadable' };
  if (parts.includes(id)) return value >= 0 && value < 1 ? { value } : { problem: 'part' };
  return value > 0 ? { value } : { problem: id === 'epsilon' ? 'epsilon' : 'rate' };
}

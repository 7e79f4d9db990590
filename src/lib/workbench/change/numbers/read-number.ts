import { typedNumber } from '#lib/formula/typed-number.ts';

/** There is nothing to be learnt from larger ones, and their gradients would soon be no numbers any more. */
export const largest = 1e6;

export type NumberProblem = 'empty' | 'unreadable' | 'tooLarge';
export type NumberReading = { readonly value: number } | { readonly problem: NumberProblem };

/** A number as a reader gives it to the model. */
export function readNumber(text: string): NumberReading {
  if (text.trim() === '') return { problem: 'empty' };
  const typed = typedNumber(text);
  if (!typed) return { problem: 'unreadable' };
  // There is a −0, and nobody means it.
  return Math.abs(typed.value) <= largest ? { value: typed.value || 0 } : { problem: 'tooLarge' };
}

/** As far from a number as an arrow key goes, without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export const moved = (value: number, by: number): number =>
  Math.max(-largest, Math.min(largest, Number((value + by).toFixed(10)))) || 0;

/** As a field steps through them. */
export const steps = { move: moved, limit: largest };

/** Marking: what was answered against what the run gives. */
import { isExtreme, type Bound, type ChoiceQuestion, type NumberQuestion, type Option } from './question.ts';
import { typedNumber, type TypedNumber } from '#lib/formula/typed-number.ts';

/** The number at an address. */
export type Read = (address: string) => number;

/** The numbers that count as right: what the figures shown on the page can lead to. */
export interface Accepted {
  /** The number itself, and as the page writes it. */
  readonly exact: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Half a unit of the last figure shown. */
  readonly half: number;
}

export interface Verdict {
  readonly right: boolean;
  /**
   * Which feedback to show: the id of an option or of an expected mistake, `right`, `wrong`, or one that every number
   * question has: `sign`, `figures` (right so far, too few figures), `rounding` (off by no more than its last figure),
   * `unreadable`.
   */
  readonly feedback: string;
  /** What more digits give, where rounding alone has led elsewhere. */
  readonly moreDigits?: string;
}

/** The ids of the options that are right; exactly one in a question that was written well. */
export function rightOptions({ answer, options }: ChoiceQuestion, read: Read): string[] {
  const values = options.flatMap(({ value }) => (value === undefined ? [] : read(value)));
  const asked = isExtreme(answer) ? Math[answer === 'largest' ? 'max' : 'min'](...values) : read(answer);
  return options.filter((option) => isRight(option, asked, read)).map(({ id }) => id);
}

function isRight({ value, above, below }: Option, asked: number, read: Read): boolean {
  const number = (bound: Bound): number => (typeof bound === 'number' ? bound : read(bound));
  if (value !== undefined && read(value) !== asked) return false;
  if (above !== undefined && !(asked > number(above))) return false;
  return below === undefined || asked < number(below);
}

export const markChoice = (question: ChoiceQuestion, chosen: string, read: Read): Verdict => ({
  right: rightOptions(question, read).includes(chosen),
  feedback: chosen,
});

export function markNumber(
  { answer, mistakes }: NumberQuestion,
  text: string,
  accepted: (address: string) => Accepted,
): Verdict {
  const typed = typedNumber(text);
  // What is too large to be computed with is infinite, and no number either.
  if (!typed || !Number.isFinite(typed.value)) return { right: false, feedback: 'unreadable' };
  const asked = accepted(answer);
  const { exact, half, text: moreDigits } = asked;
  if (isWithin(typed.value, { from: exact, to: exact, half })) return { right: true, feedback: 'right' };
  if (isWithin(typed.value, asked)) return { right: true, feedback: 'right', moreDigits };
  const made = mistakes.find(({ value }) => isWithin(typed.value, accepted(value)));
  const feedback = made?.id ?? usualMistake(typed, asked);
  return { right: false, feedback, ...(feedback === 'rounding' ? { moreDigits } : {}) };
}

function usualMistake({ value, unit }: TypedNumber, asked: Accepted): string {
  if (isWithin(-value, asked)) return 'sign';
  if (unit / 2 > asked.half) {
    // 0.0 says nothing of −0.044, nor −0.1 of −0.083: one figure at least has to be the answer's own.
    const saysSomething = unit <= Math.abs(asked.exact);
    return saysSomething && isWithin(value, { ...asked, half: unit / 2 }) ? 'figures' : 'wrong';
  }
  // Whoever rounds on the way, too, may end one figure farther off.
  return isWithin(value, { ...asked, half: 3 * asked.half }) ? 'rounding' : 'wrong';
}

/** The last bits of a decimal number are nobody's mistake. */
const isWithin = (value: number, { from, to, half }: Omit<Accepted, 'exact' | 'text'>): boolean => {
  const room = half * (1 + 1e-9);
  return value >= from - room && value <= to + room;
};

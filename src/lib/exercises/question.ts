/**
 * Questions as data. What is right is never written down: it is read off the run, at an address, each time somebody
 * answers.
 */

/** A bound that the answer is compared with: a constant, or the number at an address. */
export type Bound = number | string;

/** Right if the answer lies above and below its bounds, or if `value` is the address of the very number asked for. */
export interface Option {
  readonly id: string;
  readonly value?: string;
  readonly above?: Bound;
  readonly below?: Bound;
}

export interface ChoiceQuestion {
  readonly kind: 'choice';
  readonly id: string;
  /** An address; or which of the options' values is asked for. */
  readonly answer: string;
  readonly options: readonly Option[];
}

/** A number that somebody finds who makes this mistake: the address of what was computed instead. */
export interface ExpectedMistake {
  readonly id: string;
  readonly value: string;
}

export interface NumberQuestion {
  readonly kind: 'number';
  readonly id: string;
  readonly answer: string;
  readonly mistakes: readonly ExpectedMistake[];
}

export type Question = ChoiceQuestion | NumberQuestion;

/** Answers that are no address: the option with the largest or the smallest value. */
export const extremes = ['largest', 'smallest'] as const;

export const isExtreme = (answer: string): answer is (typeof extremes)[number] =>
  (extremes as readonly string[]).includes(answer);

/** Every address that a question reads. */
export function addressesOf(question: Question): string[] {
  const answer = isExtreme(question.answer) ? [] : [question.answer];
  if (question.kind === 'number') return [...answer, ...question.mistakes.map(({ value }) => value)];
  const bounds = question.options.flatMap(({ value, above, below }) => [value, above, below]);
  return [...answer, ...bounds.filter((bound) => typeof bound === 'string')];
}

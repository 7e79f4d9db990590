import type { Parameter, Problem } from '../problem.ts';

/** Somebody's LSTM with the loss of `plain.ts`, ready to run one problem again and again. */
export interface Contender {
  /** Forward and backward through time. */
  pass(): void;
  /** The same, then θ ← θ − rate · ∂L/∂θ for every parameter. */
  step(rate: number): void;
  /** As left by the last pass. */
  loss(): number;
  gradient(parameter: Parameter): Float64Array;
}

export type MakeContender = (problem: Problem) => Contender;

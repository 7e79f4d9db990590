/** A gradient held against what it claims to be: how the loss changes when the number is moved a little. */
import type { Instance } from './instances.ts';
import type { Run } from './run.ts';

export interface GradientCheck {
  /** What the backward pass says. */
  readonly analytic: number;
  /** The losses with the number moved by +ε and by −ε. */
  readonly above: number;
  readonly below: number;
  /** (above − below) / 2ε */
  readonly numeric: number;
  /** |analytic − numeric| ÷ the larger of the two; 0 if both are 0. */
  readonly relativeError: number;
}

/**
 * Moves element `index` of a parameter, an input, an initial state or any value in between: what depends on it is
 * computed anew, nothing before it. Wants a run that went forward and backward, and leaves it as it was.
 */
export function checkGradient(run: Run, place: Instance, index: number, epsilon = 1e-5): GradientCheck {
  const analytic = run.gradient(place.id, place.t, place.sample)[index];
  const above = run.lossIfNudged(place, index, epsilon);
  const below = run.lossIfNudged(place, index, -epsilon);
  const numeric = (above - below) / (2 * epsilon);
  const larger = Math.max(Math.abs(analytic), Math.abs(numeric));
  return { analytic, above, below, numeric, relativeError: larger === 0 ? 0 : Math.abs(analytic - numeric) / larger };
}

/** Whether losses of this size can tell: rounding of their difference outweighs a larger gradient than this one. */
export const isTelling = ({ analytic, above, below }: GradientCheck, epsilon = 1e-5): boolean => {
  const rounding = (Number.EPSILON * Math.max(Math.abs(above), Math.abs(below))) / epsilon;
  return rounding <= 1e-3 * Math.abs(analytic) || rounding <= 1e-8;
};

/** Whether a check agrees as well as central differences in double precision can. */
export const agrees = ({ analytic, numeric }: GradientCheck): boolean =>
  Math.abs(analytic - numeric) <= 1e-6 * Math.max(Math.abs(analytic), Math.abs(numeric)) + 1e-8;

/** One gradient checked at every ε of a scale, and what at each of them keeps the quotient from the true slope. */
import { checkGradient, type GradientCheck } from '#lib/engine/gradient-check.ts';
import { range } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { epsilons } from './epsilons.ts';
import type { Place } from './place.ts';

export interface SweepPoint {
  readonly epsilon: number;
  readonly check: GradientCheck;
  /** How far the bend of the loss between the two nudged points may carry the quotient off: grows with ε². */
  readonly bend: number;
  /** How far the rounding of the two losses may: grows with 1/ε. */
  readonly rounding: number;
}

const sweeps = new WeakMap<NamedRun, Map<string, readonly SweepPoint[]>>();

/** Each is made once for a run: it is dozens of runs through the network, though only of what depends on the number. */
export function sweepOf(model: NamedRun, place: Place): readonly SweepPoint[] {
  const known = sweeps.get(model) ?? new Map<string, readonly SweepPoint[]>();
  sweeps.set(model, known);
  const sweep = known.get(place.address) ?? madeSweep(model, place);
  known.set(place.address, sweep);
  return sweep;
}

function madeSweep({ run }: NamedRun, { instance, element }: Place): SweepPoint[] {
  const checks = epsilons.map((epsilon) => checkGradient(run, instance, element, epsilon));
  const quotients = checks.map(({ numeric }) => numeric);
  const noise = noiseOf(quotients, run.loss);
  const bends = bendsOf(quotients, noise);
  return epsilons.map((epsilon, i) => ({ epsilon, check: checks[i], bend: bends[i], rounding: noise / epsilon }));
}

/** The last place of a double, relative to the number. */
const lastPlace = 2 ** -53;
/** So small that nothing bends in between: the quotients of these first ε's differ by rounding alone. */
const straight = epsilons.filter((epsilon) => epsilon < 2e-9).length;

/**
 * What rounding does to the difference of two losses. Measured, as a network rounds on its way to the loss, too; but
 * never less than the loss itself is rounded, as quotients may agree by chance.
 */
const noiseOf = (quotients: readonly number[], loss: number): number =>
  Math.max(
    lastPlace * Math.abs(loss),
    ...range(0, straight - 1).map((i) => Math.abs(quotients[i] - quotients[i + 1]) * epsilons[i]),
  );

/**
 * The part of each quotient that goes with ε², told from how it changes from one ε to the next. Where rounding hides
 * that change, the parabola goes on as it was.
 */
function bendsOf(quotients: readonly number[], noise: number): number[] {
  const bends = epsilons.map(() => 0);
  for (let i = epsilons.length - 1, curvature = 0; i >= 0; i--) {
    const smaller = Math.max(0, i - 1);
    const change = Math.abs(quotients[i] - quotients[smaller]);
    const isSeen = change > 10 * (noise / epsilons[smaller]);
    if (isSeen) curvature = change / (epsilons[i] ** 2 - epsilons[smaller] ** 2);
    bends[i] = curvature * epsilons[i] ** 2;
  }
  return bends;
}

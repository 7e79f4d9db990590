/** What a gradient check shows at one ε, told from its numbers alone. */
import type { SweepPoint } from './sweep.ts';

export type Verdict =
  /** The loss is no number. */
  | 'notFinite'
  /** Nothing that the loss is made of depends on the number. */
  | 'unused'
  /** Quotient and gradient are further apart than bend and rounding explain, at every ε. */
  | 'wrong'
  /** The gradient is 0, but the loss does move. */
  | 'level'
  /** The gradient is so small that bend or rounding outweighs it at every ε. */
  | 'buried'
  /** ε is too large, or too small. */
  | 'bent'
  | 'rounded'
  /** Good; what is left is mostly bend, or mostly rounding. */
  | 'goodBent'
  | 'goodRounded';

/** Both parts are estimates: what is this much larger is no longer explained by them. */
const margin = 10;
/** Agreement to six figures convinces everybody, agreement to less than two nobody. */
const convincing = 1e-6;
const unconvincing = 1e-2;

export const explained = ({ bend, rounding }: SweepPoint): number => bend + rounding;

export function verdictAt(sweep: readonly SweepPoint[], index: number): Verdict {
  const { check, bend, rounding } = sweep[index];
  if (![check.above, check.below, check.analytic].every(Number.isFinite)) return 'notFinite';
  const best = bestOf(sweep);
  const { analytic, numeric } = best.check;
  const left = explained(best);
  if (analytic === 0 && isUnmoved(sweep)) return 'unused';
  if (Math.abs(analytic - numeric) > margin * left) return 'wrong';
  if (analytic === 0) return 'level';
  const size = Math.abs(analytic);
  if (left > unconvincing * size) return 'buried';
  const asGoodAsItGets = Math.min(margin * left, unconvincing * size);
  const isGood = bend + rounding <= Math.max(convincing * size, asGoodAsItGets);
  if (bend > rounding) return isGood ? 'goodBent' : 'bent';
  return isGood ? 'goodRounded' : 'rounded';
}

/** Where bend and rounding together leave the least. */
export function bestOf(sweep: readonly SweepPoint[]): SweepPoint {
  const finite = sweep.filter(({ check }) => Number.isFinite(check.numeric));
  return finite.reduce((best, point) => (explained(point) < explained(best) ? point : best));
}

const isUnmoved = (sweep: readonly SweepPoint[]): boolean =>
  sweep.every(({ check }) => check.above === sweep[0].check.above && check.below === sweep[0].check.above);

/** Whether the relative errors say anything: not where both numbers are 0, ought to be, or are lost in rounding. */
export const hasErrors = (sweep: readonly SweepPoint[]): boolean =>
  sweep.some(
    ({ check: { relativeError } }, i) =>
      relativeError > 0 && !['unused', 'level', 'buried'].includes(verdictAt(sweep, i)),
  );

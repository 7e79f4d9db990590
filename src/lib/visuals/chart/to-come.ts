import type { Step } from '#lib/engine/steps.ts';
import type { Progress } from '../drawing/progress.ts';
import type { Chart } from './chart.ts';

/**
 * Between which timesteps nothing of a chart is computed yet, from the last that is; 0 and one more than there are stand
 * for the edges. Null where some of every timestep is known.
 */
export function toCome({ series, pass }: Chart, progress: Progress, step: Step): readonly [number, number] | null {
  const { points } = series[0];
  const isLater = (t: number): boolean => series.every(({ id }) => progress.known({ pass, t, id }, step) === 'later');
  const later = points.map(({ t }) => t).filter(isLater);
  if (later.length === 0) return null;
  return pass === 'forward' ? [later[0] - 1, points.length + 1] : [0, later[later.length - 1] + 1];
}

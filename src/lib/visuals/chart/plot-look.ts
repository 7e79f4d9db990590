/** What the parts of a plot look like, whatever it is drawn with. Colours are styles that mean them. */
import { colour } from '../drawing/fill.ts';
import { dashes } from '../drawing/dash.ts';
import { timeTicks, type Axis } from './axis.ts';
import type { Chart, Look } from './chart.ts';

export const textColour = 'var(--ink-2)';
export const edgeColour = 'var(--edge)';

export const gridColour = ({ base }: Axis, value: number | undefined): string =>
  value === base ? edgeColour : 'var(--rule)';

/** The timesteps that are written below it. */
export const timesOf = ({ series }: Chart, { compact }: Look): number[] =>
  timeTicks(series[0].points.length, compact ? 4 : 8);

export function lineLook({ series, pass }: Chart, place: number) {
  const { slot, points } = series[place];
  return {
    colour: pass === 'backward' ? 'var(--gradient-line)' : colour(slot, 'line'),
    width: 2.5,
    dash: dashes[slot],
    radius: Math.min(3.5, Math.max(1.5, 100 / points.length)),
  };
}

import { range } from '#lib/engine/instances.ts';
import type { Chart, Frame } from './chart.ts';

/** The point of a chart that is nearest to a pointer: first in time, then among those of that time. */
export interface Found {
  readonly t: number;
  readonly address: string;
  readonly x: number;
  readonly y: number;
}

/** Null beside the chart, and where nothing of that time stands on its axis. */
export function pointAt({ series, axis }: Chart, frame: Frame, x: number, y: number): Found | null {
  const reach = 12;
  if (x < frame.left - reach || x > frame.right + reach || y > frame.bottom) return null;
  const t = nearest(range(1, series[0].points.length), (time) => Math.abs(frame.x(time) - x));
  const points = series.map(({ points: all }) => all[t - 1]).filter(({ value }) => axis.holds(value));
  if (points.length === 0) return null;
  const { address, value } = nearest(points, (each) => Math.abs(frame.y(each.value) - y));
  return { t, address, x: frame.x(t), y: frame.y(value) };
}

const nearest = <T>(all: readonly T[], distance: (each: T) => number): T =>
  all.reduce((best, each) => (distance(each) < distance(best) ? each : best));

import type { Chart, Frame, Look } from './chart.ts';

export interface ShownPlot {
  readonly chart: Chart;
  readonly look: Look;
  readonly frame: Frame;
}

/** What is drawn on which canvas: nobody could read it off the pixels. */
export const shownPlots = new WeakMap<HTMLCanvasElement, ShownPlot>();

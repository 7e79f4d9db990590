import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { Axis } from './axis.ts';
import type { Series } from './series.ts';

/** What a chart shows of a run. It knows no step: a step moves a line over it. */
export interface Chart {
  readonly title: string;
  /** What one has to know to read it: of which unit, on which scale. */
  readonly note: string;
  readonly series: readonly Series[];
  readonly axis: Axis;
  /** The pass in which its numbers come to be. */
  readonly pass: 'forward' | 'backward';
}

export interface ChartProps {
  model: NamedRun;
  step: Step;
  language: Language;
  /** The chosen unit, from 0. */
  unit?: number;
  /** Badges without names, fewer lines in the grid: for a phone. */
  compact?: boolean;
  /** No movement. */
  still?: boolean;
  highlighted?: string | null;
  onhighlight?: (address: string | null) => void;
  /** A timestep was chosen: the step that does there what `step` does in its own. */
  onselect?: (step: Step) => void;
}

/** Where on the canvas numbers stand, in px. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  x(t: number): number;
  y(value: number): number;
}

/** What of its surroundings a chart depends on. */
export interface Look {
  readonly compact: boolean;
  /** What is written below the axis of time. */
  readonly time: string;
}

/** Badge and name at the end of each line: px before the badge, of it, and between it and the name. */
export const labelRoom = { gap: 8, badge: 26, between: 6 };

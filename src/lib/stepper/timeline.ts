import type { Step } from '#lib/engine/steps.ts';

/** A timestep on the timeline: where it begins and where its name stands, in shares of the whole from its start. */
export interface TimelineMark {
  readonly t: number;
  readonly from: number;
  readonly middle: number;
}

/** With more timesteps than this only every second, third … is named. */
const mostMarks = 10;

/** As many figures as are named at most, however wide the timeline. */
const mostNames = 8;
/** How wide a figure is, and what stands free between two numbers, in pixels. */
const figure = 7;
const between = 6;

/** Those of the marks that have room for their numbers in so many pixels: evenly, from the first on. */
export function namedMarks(marks: readonly TimelineMark[], width = Infinity): TimelineMark[] {
  const widest = Math.max(...marks.map(({ t }) => String(t).length));
  const most = Math.max(1, Math.min(mostNames, Math.floor(width / (widest * figure + between))));
  const every = Math.ceil(marks.length / most);
  return marks.filter((_, place) => place % every === 0);
}

export function timelineMarks(
  steps: readonly Step[],
  { first, count }: { first: number; count: number },
): TimelineMark[] {
  const last = Math.max(1, count - 1);
  const pass = steps.slice(first, first + count);
  const isForward = pass[0]?.pass === 'forward';
  const times = [...new Set(pass.map(({ t }) => t))].filter((t) => t > 0).sort((a, b) => a - b);
  const every = Math.ceil(times.length / mostMarks);
  return times
    .filter((_, place) => place % every === 0)
    .map((t) => {
      const begin = pass.findIndex((step) => step.t === t);
      const end = pass.findLastIndex((step) => step.t === t);
      // The timeline of the way back is turned round: what comes first stands at the right.
      const at = (index: number): number => (isForward ? index / last : 1 - index / last);
      return { t, from: at(isForward ? begin : end), middle: (at(begin) + at(end)) / 2 };
    });
}

import { range } from '#lib/engine/instances.ts';

/** From small to large, like the axis and the slider. Literals: products of powers of ten are a bit off here and there. */
export const epsilons: readonly number[] = range(-13, -1).flatMap((power) =>
  (power < -1 ? [1, 2, 5] : [1]).map((figure) => Number(`${figure}e${power}`)),
);

/** What gradient checks usually take, and what `nudged:` in an address stands for. */
export const usualEpsilon = 1e-5;

import type { Slot } from '#lib/cells/cell.ts';

/** How the line of a quantity is broken, so that lines are told apart without colour: on, off, on … */
export const dashes: Readonly<Record<Slot, readonly number[]>> = {
  forget: [],
  input: [2.5, 3],
  output: [9, 4],
  candidate: [9, 4, 2, 4],
  cell: [],
  hidden: [6, 4],
  data: [4, 2],
  neutral: [4, 2],
};

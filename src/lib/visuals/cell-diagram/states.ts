import type { ChipDrawing } from '../drawing/chip-drawing.ts';
import type { Closed } from '../drawing/cuts.ts';
import type { Known } from '../drawing/progress.ts';
import type { Edge } from './edges.ts';

/** lit: a value flows along it in this step. result: it carries this step's result. later: nothing has flowed yet. */
export type EdgeState = 'done' | 'later' | 'lit' | 'result' | Closed;

/** How everything in the drawing of one timestep looks at a step. One implementation per direction. */
export interface States {
  chip(source: string): Pick<ChipDrawing, 'kind' | 'state'>;
  node(id: string): Known;
  edge(edge: Edge): EdgeState;
  /** The way that all uses of a value share. */
  trunk(source: string): EdgeState;
  /** From the node to the chip of its result. */
  result(id: string): EdgeState;
  /** Backwards a fork is a sum; forwards, and for a state one timestep earlier, it is but a dot. */
  fork(source: string): Known | 'dot' | 'faint dot';
}

/**
 * How a cell is drawn, as data: where things stand, in units of the drawing, for values of up to two numbers. What is
 * joined to what is not said here: edges come from the equations, this only says which way round they go.
 */
import type { CellEquations, States } from '#lib/engine/sequence-model.ts';
import type { Slot } from './cell.ts';

export type Point = readonly [x: number, y: number];
/** Where a text begins, is centred or ends. */
export type Spot = readonly [x: number, y: number, anchor: 'start' | 'middle' | 'end'];

/** Numbers in a small frame, and the symbol that stands beside them. */
export interface ChipPlace {
  /** Centre. */
  readonly chip: Point;
  readonly label: Spot;
  /** The label has too little room for ∂L/∂a on one line. */
  readonly narrow?: boolean;
}

/** An equation: the node of its operation, and the chip of its result. */
export interface Place extends ChipPlace {
  /** Centre of the node. */
  readonly at: Point;
  /** Width of a node that shows its own formula, such as a weighted sum; left out: that of a function's name. */
  readonly width?: number;
  /** The label says `K = f ⊙ C` instead of `K`: for a value that books leave without a name. */
  readonly spelled?: boolean;
  readonly name?: Spot;
  readonly badge?: Point;
}

/** Where an edge leaves the drawing: to the next timestep, or to the readout and the loss. */
export type Exit = 'next' | 'readout';

type Source<Ids extends string> = Ids | 'input' | `previous ${Ids}`;
export type EdgeId<Ids extends string = string> = `${Source<Ids>} > ${Ids | Exit}`;

/** A gradient's share, drawn where two ways meet. */
export interface SharePlace {
  readonly chip: Point;
  readonly label: Spot;
  /** Where a short line joins it to the edge it comes along. */
  readonly joins?: Point;
}

export interface Diagram<Ids extends string = string> {
  readonly size: Point;
  /** Heights on which chips stand: where a chip of more numbers needs it, the drawing grows there. */
  readonly rows: readonly number[];
  /** States travel on belts across the whole width. */
  readonly belts: readonly { readonly slot: Slot; readonly from: number; readonly to: number }[];
  readonly cards: readonly { readonly slot: Slot; readonly at: Point; readonly size: Point }[];
  readonly nodes: Readonly<Record<Ids, Place>>;
  /** What comes in: `input`, and every state as it was one timestep earlier. */
  readonly sources: Readonly<Partial<Record<Source<Ids>, ChipPlace>>>;
  /**
   * Corners on the way from the chip to the node; without any, the way is straight. For an exit the last one is its end;
   * at the readout's, beyond it, Y, its target and the loss are piled up by themselves, and need 68 units above or below.
   */
  readonly routes: Readonly<Partial<Record<EdgeId<Ids>, readonly Point[]>>>;
  /** Where the ways of a value part. Backwards they meet there, and their gradients are added. */
  readonly forks: Readonly<Partial<Record<Source<Ids>, Point>>>;
  readonly exits: Readonly<Partial<Record<EdgeId<Ids>, Spot>>>;
  /** Where the local derivative stands beside its edge. */
  readonly factors: Readonly<Partial<Record<EdgeId<Ids>, Spot>>>;
  readonly shares?: Readonly<Partial<Record<EdgeId<Ids>, SharePlace>>>;
}

/** A step without a place, or a place without a step, does not compile. */
export const defineDiagram = <S extends States, Ids extends string>(
  _equations: CellEquations<S, Ids>,
  diagram: Diagram<Exclude<NoInfer<Ids>, 'input'>>,
): Diagram<Exclude<Ids, 'input'>> => diagram;

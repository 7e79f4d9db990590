/**
 * What the model makes of H outside the cell: its readout, the target and the loss of the timestep, one upon another
 * where H leaves the drawing. Worked out here for every cell: its data say no more than where that way ends.
 */
import type { Cell } from '#lib/cells/cell.ts';
import type { EdgeId, Point } from '#lib/cells/diagram.ts';
import type { Graph } from '#lib/engine/equations.ts';
import { chipSize, chipWidth } from '../drawing/chip-size.ts';
import type { PlacedChip } from './layout.ts';

const gap = 4;
/** From the edge of the drawing, and between a chip and its label. */
const [margin, beside] = [2, 4];
/** Smaller than elsewhere: a way runs close by. */
const labelSize = 13;

/** From the end of the way on: first what reads H. */
export const pileIds = ({ values }: Graph): string[] =>
  values.has('output') ? ['output', 'target', 'loss.term'] : ['loss.term', 'target'];

const heightOf = (id: string, graph: Graph): number => chipSize(graph.values.get(id)!.shape[0] ?? 1).height;

/** How high the pile is, or how high it would be if all of it were single numbers: for so much the data have room. */
export function pileHeight(graph: Graph, count?: number): number {
  const heights = pileIds(graph).map((id) => (count ? chipSize(count).height : heightOf(id, graph)));
  return heights.reduce((sum, height) => sum + height + gap, -gap);
}

/** Where the way ends, and whether it comes from above (1) or from below (−1). */
export function wayOut({ diagram, states }: Cell): { readonly end: Point; readonly towards: 1 | -1 } {
  const way = diagram.routes[`${states.h} > readout` as EdgeId]!;
  const [before, end] = way.slice(-2);
  return { end, towards: end[1] > before[1] ? 1 : -1 };
}

/** @param end where the way ends in the drawing */
export function pileOf(cell: Cell, graph: Graph, [, end]: Point): [id: string, place: PlacedChip][] {
  const { towards } = wayOut(cell);
  const x = cell.diagram.size[0] - margin - chipWidth / 2;
  let edge = end;
  return pileIds(graph).map((id) => {
    const y = edge + (towards * heightOf(id, graph)) / 2;
    edge += towards * (heightOf(id, graph) + gap);
    const count = graph.values.get(id)!.shape[0] ?? 1;
    return [id, { chip: [x, y], label: [x - chipWidth / 2 - beside, y + 5, 'end'], labelSize, count }];
  });
}

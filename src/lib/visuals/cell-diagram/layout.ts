/** Where everything stands for values of a given length: the cell's data, stretched where chips need more room. */
import type { Cell } from '#lib/cells/cell.ts';
import type { ChipPlace, Diagram, EdgeId, Place, Point, Spot } from '#lib/cells/diagram.ts';
import type { Graph } from '#lib/engine/equations.ts';
import { chipSize, chipWidth, growth } from '../drawing/chip-size.ts';
import { edgesOf, idOf, type Edge } from './edges.ts';
import { border, crossings, splitAt, withoutRepeats, type Polyline } from './geometry.ts';
import { extentOf, shapeOf, type Extent, type Shape } from './node-shape.ts';
import { pileHeight, pileOf, wayOut } from './pile.ts';

export interface PlacedChip extends ChipPlace {
  /** How many numbers it has. */
  readonly count: number;
  /** Where its label has less room than others. */
  readonly labelSize?: number;
}

export interface PlacedNode extends Place {
  readonly id: string;
  readonly shape: Shape;
  readonly extent: Extent;
}

export interface PlacedEdge extends Edge {
  readonly points: Polyline;
  /** Where it passes under another. */
  readonly under: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly rowHeight: number;
  /** Puts a height of the data, or what stands there, where it belongs in the drawing. */
  stretch(y: number): number;
  move(point: Point): Point;
  moveSpot(spot: Spot): Spot;
  readonly nodes: readonly PlacedNode[];
  readonly chips: ReadonlyMap<string, PlacedChip>;
  /** Beyond the cell: what the rest of the model makes of H. */
  readonly pile: ReadonlyMap<string, PlacedChip>;
  /** From a chip, or from its fork, to the node that uses it, or out of the drawing. */
  readonly edges: readonly PlacedEdge[];
  /** From a chip to where its ways part. */
  readonly trunks: ReadonlyMap<string, Polyline>;
  readonly forks: readonly (readonly [source: string, at: Point])[];
  /** From a node to the chip of its result. */
  readonly results: ReadonlyMap<string, Polyline>;
}

type Loose<Item> = Readonly<Partial<Record<string, Item>>>;

export const spotOf = (table: Readonly<Partial<Record<EdgeId, Spot>>>, id: EdgeId): Spot | undefined => table[id];

export function layoutOf(cell: Cell, graph: Graph): Layout {
  const { diagram } = cell;
  const countOf = (source: string): number => graph.values.get(idOf(source))!.shape[0];
  const most = Math.max(2, countOf(cell.states.h), countOf('input'));
  const stretch = stretcher(cell, graph, growth(most));
  const move = ([x, y]: Point): Point => [x, stretch(y)];
  const moveSpot = ([x, y, anchor]: Spot): Spot => [x, stretch(y), anchor];
  const chips = new Map(
    Object.entries<ChipPlace | undefined>({ ...diagram.sources, ...diagram.nodes }).map(([source, place]) => [
      source,
      { ...place!, chip: move(place!.chip), label: moveSpot(place!.label), count: countOf(source) },
    ]),
  );
  const nodes = placedNodes(diagram, graph, move);
  const forks = Object.entries<Point | undefined>(diagram.forks).map(([source, at]) => [source, move(at!)] as const);
  return {
    width: diagram.size[0],
    height: stretch(diagram.size[1]),
    rowHeight: chipSize(most).height,
    stretch,
    move,
    moveSpot,
    nodes,
    chips,
    pile: new Map(pileOf(cell, graph, move(wayOut(cell).end))),
    forks,
    ...waysOf(edgesOf(cell, graph), { routes: diagram.routes, chips, nodes, forks, move }),
    results: new Map(nodes.map((node) => [node.id, resultLine(node, chips.get(node.id)!)])),
  };
}

/** Heights grow inside every row of chips, evenly, and are only moved between the rows. */
function stretcher(cell: Cell, graph: Graph, extra: number): (y: number) => number {
  const half = chipSize(2).height / 2;
  const rows = cell.diagram.rows.map((row): Growth => ({ from: row - half, to: row + half, extra }));
  const all = [...rows, pileGrowth(cell, graph, rows)];
  return (y) =>
    all.reduce((sum, { from, to, extra: by }) => sum + by * Math.min(1, Math.max(0, (y - from) / (to - from))), y);
}

interface Growth {
  readonly from: number;
  readonly to: number;
  readonly extra: number;
}

/** What the pile at the way out needs beyond the growth of the rows beside it. */
function pileGrowth(cell: Cell, graph: Graph, rows: readonly Growth[]): Growth {
  const { end, towards } = wayOut(cell);
  const room = pileHeight(graph, 1);
  const [from, to] = [end[1], end[1] + towards * room].toSorted((a, b) => a - b);
  const beside = rows.filter((row) => row.from >= from && row.to <= to).reduce((sum, { extra }) => sum + extra, 0);
  return { from, to, extra: Math.max(0, pileHeight(graph) - room - beside) };
}

function placedNodes(diagram: Diagram, graph: Graph, move: (point: Point) => Point): PlacedNode[] {
  return Object.entries(diagram.nodes).map(([id, place]) => {
    const shape = shapeOf(graph.values.get(id)!.equation!.operation);
    return { ...place, id, shape, extent: extentOf(shape, place.width), at: move(place.at), chip: move(place.chip) };
  });
}

interface Surroundings extends Pick<Layout, 'chips' | 'nodes' | 'forks' | 'move'> {
  readonly routes: Diagram['routes'];
}

function waysOf(edges: readonly Edge[], around: Surroundings): Pick<Layout, 'edges' | 'trunks'> {
  const trunks = new Map<string, Polyline>();
  const placed = edges.map((edge) => {
    const line = lineOf(edge, around);
    const fork = around.forks.find(([source]) => source === edge.source);
    if (!fork) return { ...edge, points: line };
    const { trunk, branch } = splitAt(line, fork[1]);
    if (trunk.length) trunks.set(edge.source, trunk);
    return { ...edge, points: branch };
  });
  return { edges: withGaps(placed), trunks };
}

function lineOf({ id, source, target, exit }: Edge, { routes, chips, nodes, move }: Surroundings): Polyline {
  const corners = ((routes as Loose<readonly Point[]>)[id] ?? []).map(move);
  const { chip, count } = chips.get(source)!;
  const node = nodes.find((each) => each.id === target);
  const start = border(chip, [chipWidth / 2, chipSize(count).height / 2], corners[0] ?? node?.at ?? chip);
  if (exit || !node) return withoutRepeats([start, ...corners]);
  return withoutRepeats([start, ...corners, border(node.at, node.extent, corners.at(-1) ?? start)]);
}

/** From a node to its chip: from its side where the chip stands beside it, else straight up or down at the chip's middle. */
function resultLine({ at, extent }: PlacedNode, { chip, count }: PlacedChip): Polyline {
  const isBeside = Math.abs(chip[1] - at[1]) < 1;
  const side = isBeside ? Math.sign(chip[0] - at[0]) : Math.sign(chip[1] - at[1]);
  return isBeside
    ? [
        [at[0] + side * extent[0], at[1]],
        [chip[0] - (side * chipWidth) / 2, at[1]],
      ]
    : [
        [chip[0], at[1] + side * extent[1]],
        [chip[0], chip[1] - (side * chipSize(count).height) / 2],
      ];
}

/** Edges of one source share their ways; where those of two sources cross, the level one passes under. */
const withGaps = (edges: readonly Omit<PlacedEdge, 'under'>[]): PlacedEdge[] =>
  edges.map((edge) => ({
    ...edge,
    under: edges.filter(({ source }) => source !== edge.source).flatMap(({ points }) => crossings(edge.points, points)),
  }));

/**
 * One step alone, at full size, for a screen too small for the cell: what flows in, the node, what comes out. Forwards
 * from left to right; backwards the other way round, as in the whole drawing.
 */
import type { Point, Spot } from '#lib/cells/diagram.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { Language } from '#lib/i18n/languages.ts';
import type { ChipDrawing } from '../drawing/chip-drawing.ts';
import { chipSize, chipWidth } from '../drawing/chip-size.ts';
import { crossAt } from '../drawing/cuts.ts';
import type { Subject } from '../drawing/subject.ts';
import { border, headOf, pathOf, withoutRepeats, type Polyline } from './geometry.ts';
import type { EdgeDrawing } from './edge-drawings.ts';
import { extentOf, type Extent, type Shape } from './node-shape.ts';
import type { EdgeState } from './states.ts';
import { partsOfStep, type Part } from './step-parts.ts';

export interface PlacedPart extends Pick<Part, 'closed'> {
  readonly chip: ChipDrawing;
  readonly label: Part['label'] & { readonly spot: Spot };
}

export interface Neighbourhood {
  readonly width: number;
  readonly height: number;
  readonly node: {
    readonly shape: Shape | 'sum';
    readonly at: Point;
    readonly extent: Extent;
    readonly tex: string;
    readonly isHeld?: boolean;
  };
  readonly parts: readonly PlacedPart[];
  readonly edges: readonly EdgeDrawing[];
  /** Left top corner of the map. */
  readonly map: Point;
  readonly isBackward: boolean;
}

const width = 362;
const labelRoom = 24;
const mapHeight = 64;

export function neighbourhoodOf(
  subject: Subject,
  step: Step,
  language: Language,
  isFolded = true,
): Neighbourhood | null {
  const found = partsOfStep(subject, step, language, isFolded);
  if (!found) return null;
  const { inflows, result, node, isBackward } = found;
  const all = [...inflows, ...(result ? [result] : [])];
  const rowHeight = Math.max(...all.map(({ chip }) => chipSize(chip.values.length).height));
  const near = ([x, y]: Point): Point => [isBackward ? width - x : x, y];
  const stand = standOf(node.shape, inflows.length, rowHeight);
  const extent = extentOf(node.shape === 'sum' ? 'square' : node.shape, 124);
  const at = near(stand.node);
  const beside = isBackward ? 'right' : 'left';
  const placed = inflows.map((part, index) => {
    const { at: place, isBeside } = stand.inflow(index);
    return placedAt(part, near(place), isBeside ? beside : 'top');
  });
  const outcome = result && placedAt(result, near([stand.result, stand.node[1]]), 'top');
  const lowest = Math.max(...placed.map(({ chip }) => chip.at[1])) + rowHeight / 2;
  const height = Math.max(at[1] + rowHeight / 2 + 14 + mapHeight, lowest + 4);
  return {
    width,
    height,
    node: { ...node, at, extent },
    parts: [...placed, ...(outcome ? [outcome] : [])],
    edges: edgesBetween(placed, outcome, { at, extent, bus: stand.bus === null ? null : near([stand.bus, at[1]]) }),
    map: [isBackward ? 4 : width - 116, height - mapHeight - 4],
    isBackward,
  };
}

/** Where things stand, counted from the side at which the step begins. */
interface Stand {
  readonly node: Point;
  readonly result: number;
  /** The upright line along which many come together. */
  readonly bus: number | null;
  inflow(index: number): { readonly at: Point; readonly isBeside: boolean };
}

/** Two flow in before and under the node; more stand before it in one column, in the order of the ledger. */
function standOf(shape: Shape | 'sum', count: number, rowHeight: number): Stand {
  const isWide = shape === 'formula';
  const below = (row: number): number => labelRoom + rowHeight / 2 + (rowHeight + labelRoom) * row;
  const [node, result] = isWide ? [178, 318] : [172, 290];
  if (count <= 2) {
    const inflow = (index: number) => ({
      at: [index ? node : isWide ? 44 : 48, below(index)] as const,
      isBeside: index > 0,
    });
    return { node: [node, below(0)], result, bus: null, inflow };
  }
  const middle = (count - 1) >> 1;
  if (isWide) {
    const inflow = (row: number) => ({ at: [44, below(row)] as const, isBeside: false });
    return { node: [node, below(middle)], result, bus: 100, inflow };
  }
  const close = (row: number): number => 2 + rowHeight / 2 + (rowHeight + 4) * row;
  const inflow = (row: number) => ({ at: [112, close(row)] as const, isBeside: true });
  return { node: [218, close(middle)], result: 310, bus: 172, inflow };
}

function placedAt({ chip, label, closed }: Part, at: Point, side: 'top' | 'left' | 'right'): PlacedPart {
  const top = at[1] - chipSize(chip.values.length).height / 2;
  const beside = chipWidth / 2 + 8;
  const spots: Record<typeof side, Spot> = {
    top: [at[0], top - 7, 'middle'],
    left: [at[0] - beside, at[1] + 5, 'end'],
    right: [at[0] + beside, at[1] + 5, 'start'],
  };
  return { chip: { ...chip, at }, label: { ...label, spot: spots[side] }, closed };
}

interface Middle {
  readonly at: Point;
  readonly extent: Extent;
  readonly bus: Point | null;
}

function edgesBetween(
  inflows: readonly PlacedPart[],
  outcome: PlacedPart | null,
  { at, extent, bus }: Middle,
): EdgeDrawing[] {
  const edge = (chip: ChipDrawing, points: Polyline, state: EdgeState): EdgeDrawing => ({
    key: `${chip.key} ${state}`,
    path: pathOf(points),
    head: state === 'lit' || state === 'result' ? headOf(points, 1.35) : null,
    state,
    fill: chip.fill,
    cross: state === 'cut' ? crossAt((points[0][0] + points[1][0]) / 2, (points[0][1] + points[1][1]) / 2) : null,
  });
  const boxOf = (chip: ChipDrawing): Extent => [chipWidth / 2, chipSize(chip.values.length).height / 2];
  const open = inflows.filter(({ closed }) => !closed);
  const inwards = ({ chip, closed }: PlacedPart): EdgeDrawing => {
    if (!bus) return edge(chip, [border(chip.at, boxOf(chip), at), border(at, extent, chip.at)], closed ?? 'lit');
    const joins: Point = [bus[0], chip.at[1]];
    const start = border(chip.at, boxOf(chip), joins);
    // What is closed does not get as far as where the others flow.
    if (closed && open.length) return edge(chip, [start, joins], closed);
    return edge(chip, withoutRepeats([start, joins, bus, border(at, extent, bus)]), closed ?? 'lit');
  };
  const outwards = ({ chip }: PlacedPart, state: EdgeState): EdgeDrawing =>
    edge(chip, [border(at, extent, chip.at), border(chip.at, boxOf(chip), at)], state);
  return [...inflows.map(inwards), ...(outcome ? [outwards(outcome, open.length ? 'result' : 'given')] : [])];
}

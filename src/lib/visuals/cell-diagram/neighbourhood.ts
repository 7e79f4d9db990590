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
import { border, headOf, pathOf } from './geometry.ts';
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
  const rowY = (row: number): number => labelRoom + rowHeight / 2 + (rowHeight + labelRoom) * row;
  const near = (x: number): number => (isBackward ? width - x : x);
  const stand = standOf(node.shape, inflows.length);
  const extent = extentOf(node.shape === 'sum' ? 'square' : node.shape, 124);
  const at: Point = [near(stand.node), rowY(0)];
  const placed = inflows.map((part, index) => {
    const [column, row] = stand.inflow(index);
    return placedAt(
      part,
      [near(column), rowY(row)],
      row > 0 && !stand.isBlock ? (isBackward ? 'right' : 'left') : 'top',
    );
  });
  const outcome = result && placedAt(result, [near(stand.result), rowY(0)], 'top');
  const lowest = Math.max(...placed.map(({ chip }) => chip.at[1])) + rowHeight / 2;
  const height = Math.max(rowY(0) + rowHeight / 2 + 14 + mapHeight, lowest + 8);
  return {
    width,
    height,
    node: { ...node, at, extent },
    parts: [...placed, ...(outcome ? [outcome] : [])],
    edges: edgesBetween(placed, stand.isBlock, outcome, { at, extent }),
    map: [isBackward ? 4 : width - 116, height - mapHeight - 4],
    isBackward,
  };
}

interface Stand {
  readonly node: number;
  readonly result: number;
  readonly isBlock: boolean;
  inflow(index: number): readonly [column: number, row: number];
}

/** How far from the side things start at: two flow in before and under the node, more stand in a block before it. */
function standOf(shape: Shape | 'sum', count: number): Stand {
  if (count > 2) {
    return { node: 232, result: 312, isBlock: true, inflow: (index) => [(index % 2) * 96 + 48, index >> 1] };
  }
  const isWide = shape === 'formula';
  const node = isWide ? 178 : 172;
  const inflow = (index: number) => [index ? node : isWide ? 44 : 48, index] as const;
  return { node, result: isWide ? 318 : 290, isBlock: false, inflow };
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

function edgesBetween(
  inflows: readonly PlacedPart[],
  isBlock: boolean,
  outcome: PlacedPart | null,
  { at, extent }: { at: Point; extent: Extent },
): EdgeDrawing[] {
  const edge = (chip: ChipDrawing, from: Point, to: Point, state: EdgeState): EdgeDrawing => ({
    key: `${chip.key} ${state}`,
    path: pathOf([from, to]),
    head: state === 'lit' || state === 'result' ? headOf([from, to], 1.35) : null,
    state,
    fill: chip.fill,
    cross: state === 'cut' ? crossAt((from[0] + to[0]) / 2, (from[1] + to[1]) / 2) : null,
  });
  const boxOf = (chip: ChipDrawing): Extent => [chipWidth / 2, chipSize(chip.values.length).height / 2];
  const inwards = ({ chip, closed }: PlacedPart): EdgeDrawing =>
    edge(chip, border(chip.at, boxOf(chip), at), border(at, extent, chip.at), closed ?? 'lit');
  const outwards = ({ chip }: PlacedPart, state: EdgeState): EdgeDrawing =>
    edge(chip, border(at, extent, chip.at), border(chip.at, boxOf(chip), at), state);
  const open = inflows.filter(({ closed }) => !closed);
  // A block flows in along one line; what of it does not is crossed out by itself.
  const shown = isBlock ? [{ ...inflows[1], closed: open.length ? undefined : inflows[1].closed }] : inflows;
  const crossed = isBlock ? inflows.filter(({ closed }) => closed === 'cut') : [];
  return [
    ...shown.map(inwards),
    ...crossed.map(({ chip }): EdgeDrawing => ({ ...edge(chip, chip.at, chip.at, 'cut'), path: '' })),
    ...(outcome ? [outwards(outcome, open.length ? 'result' : 'given')] : []),
  ];
}

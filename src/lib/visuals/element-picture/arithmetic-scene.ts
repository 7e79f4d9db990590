/** A sum, or products that share what flows in: numbers above and below, plates, results, and the running sum. */
import type { Step } from '#lib/engine/steps.ts';
import type { Formula } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Slot } from '#lib/formula/slot.ts';
import { blockDrawing, heightOfBlock, isUpright } from './block-drawing.ts';
import { sidesOf, type Group } from './blocks.ts';
import { barPlace, fittingColumns, type Column, type Columns } from './columns.ts';
import { hangOf, resultDrawing, resultWidth } from './result.ts';
import { endOf, platesInRow } from './row.ts';
import { sceneEdge, sceneHeight, sceneWidth, type Scene } from './scene.ts';
import { hasShare, shareOf, shareRoom } from './share.ts';
import { termsIn } from './terms.ts';
import { waterfallOf } from './waterfall.ts';
import { waysTo } from './ways.ts';

export interface Asked {
  /** Where the formulas' numbers are. */
  readonly model: NamedRun;
  readonly step: Step;
  readonly formulas: readonly Formula[];
  /** What reads the result next. */
  readonly next: readonly Slot[];
  /** Words for so many terms in one place. */
  readonly more: (count: number) => string;
}

export const relationWidth = 32;
const narrowestGap = 13;
const widestGap = 56;
const labelRow = 18;
const widestBetween = { withBars: 42, alone: 46 } as const;
/** What is small by itself is drawn larger, up to so much. */
const largest = 1.35;

/** Undefined if it does not fit. */
export function arithmeticScene(asked: Asked): Scene | undefined {
  const row = rowOf(asked);
  const isShortened = row.fitted.columns.some(({ term }) => !term);
  if (row.used > sceneWidth - 2 * sceneEdge + 0.5 || (row.hasOwnResults && isShortened)) return undefined;
  const hasBars = asked.formulas.length === 1 && row.fitted.columns.length > 1;
  if (hasBars) return placed(asked, row, sceneWidth, sceneHeight, true);
  return hasShare(asked.model, asked.formulas) ? withShare(asked, row) : drawnLarger(asked, row);
}

function withShare(asked: Asked, row: Row): Scene {
  const scene = drawnLarger(asked, row, shareRoom);
  const top = scene.height - shareRoom - sceneEdge / 2;
  return { ...scene, share: shareOf(asked.model, asked.formulas[0], scene.width / 2, top) };
}

/** @param below what is kept free */
function drawnLarger(asked: Asked, row: Row, below = 0): Scene {
  const { height } = stackOf(row, sceneHeight, false);
  const fitting = Math.min(sceneWidth / (row.used + 2 * sceneEdge), sceneHeight / (height + below + 2 * sceneEdge));
  const scale = Math.max(1, Math.min(largest, fitting));
  // Whole units, as a picture that is taken away has.
  const [width, whole] = [Math.round(sceneWidth / scale), Math.round(sceneHeight / scale)];
  return { ...placed(asked, row, width, whole - below, false), height: whole };
}

interface Row {
  readonly fitted: Columns;
  readonly widths: readonly number[];
  readonly hasOwnResults: boolean;
  /** All of it, results and all. */
  readonly used: number;
  readonly gap: number;
  /** How far a result and what reads it next reach below the middle of the plates. */
  readonly hang: number;
}

function rowOf({ model, step, formulas, next, more }: Asked): Row {
  const hasOwnResults = formulas.length > 1;
  const terms = formulas.flatMap((formula) => termsIn(model, formula));
  const widths = formulas.map((formula) => resultWidth(model, formula, next));
  const behind = hasOwnResults ? 0 : relationWidth + widths[0];
  const room = sceneWidth - 2 * sceneEdge - behind;
  const fitted = fittingColumns(terms, {
    room,
    gap: narrowestGap,
    more,
    beside: (column) => (hasOwnResults ? relationWidth + widths[column] : 0),
    sides: (shown) => sidesOf(model, shown, step.pass === 'backward'),
  });
  const count = fitted.columns.length;
  const gap = Math.min(widestGap, narrowestGap + (room - fitted.width) / count);
  return {
    fitted,
    widths,
    hasOwnResults,
    gap,
    hang: hangOf(next),
    used: fitted.width + (count - 1) * (gap - narrowestGap) + behind,
  };
}

interface Stack {
  readonly aboveBottom: number;
  readonly plateY: number;
  readonly belowTop: number;
  readonly bottom: number;
  readonly height: number;
}

/** What stands over each other, from the top. */
function stackOf(
  { fitted: { columns, sides }, hasOwnResults, hang }: Row,
  height: number,
  hasBars: boolean,
  upright = new Set<Group>(),
): Stack {
  const heightOf = (groups: readonly Group[]): number =>
    Math.max(0, ...groups.map((group) => heightOfBlock(group, upright.has(group))));
  const [above, below] = [heightOf(sides.above), heightOf(sides.below)];
  const plate = Math.max(...columns.map((column) => column.plate.height));
  const free = height - 2 * labelRow - above - plate - below;
  const between = hasBars ? Math.min(widestBetween.withBars, free / 5) : widestBetween.alone + (hasOwnResults ? 8 : 0);
  const upper = labelRow + above + (above ? between : 0) + plate / 2;
  const lower = Math.max(below ? plate / 2 + between + below + labelRow : plate / 2, hang);
  const start = hasBars ? 4 : Math.max(4, (height - upper - lower) / 2);
  const plateY = start + upper;
  return {
    aboveBottom: start + labelRow + above,
    plateY,
    belowTop: plateY + plate / 2 + between,
    bottom: plateY + lower,
    height: upper + lower,
  };
}

function placed({ model, formulas, next }: Asked, row: Row, width: number, height: number, hasBars: boolean): Scene {
  const { fitted, widths, hasOwnResults, gap, used } = row;
  const { columns, sides, isTall } = fitted;
  const middles = middlesOf(row, (width - used) / 2, gap);
  const upright = new Set(sides.above.filter((group) => isUpright(model, group, columns, middles, isTall)));
  const stack = stackOf(row, height, hasBars, upright);
  const plates = platesInRow(columns, middles, stack.plateY, { isApart: hasOwnResults });
  const blockAt = (side: 'above' | 'below', edge: number) => (group: Group) =>
    blockDrawing(group, centreOf(group, middles, columns, sides[side]), edge, side, upright.has(group));
  const blocks = [
    ...sides.above.map(blockAt('above', stack.aboveBottom)),
    ...sides.below.map(blockAt('below', stack.belowTop)),
  ];
  const results = formulas.map((formula, place) => {
    const end = endOf(columns, middles, hasOwnResults ? place : columns.length - 1);
    const x = hasOwnResults ? end + relationWidth + widths[place] / 2 : (width + used) / 2 - widths[place] / 2;
    return resultDrawing({
      model,
      formula,
      next,
      isWhole: columns.every(({ term }) => term),
      x,
      y: stack.plateY,
      relationX: (end + x - widths[place] / 2) / 2,
      width: widths[place],
    });
  });
  const bars = columns.map((column, place) => barPlace(column, middles[place]));
  return {
    width,
    height,
    plates,
    blocks,
    ways: blocks.flatMap((block) => waysTo(block, plates)),
    results,
    waterfalls: hasBars ? [waterfallOf(bars, results[0], [stack.bottom + 10, height - 4])] : [],
  };
}

function middlesOf({ fitted: { columns }, hasOwnResults, widths }: Row, start: number, gap: number): number[] {
  let left = start;
  return columns.map(({ width }, place) => {
    const x = left + (width - (hasOwnResults ? relationWidth + widths[place] : 0)) / 2;
    left += width + gap;
    return x;
  });
}

/** Over the columns it is read in; several in one column stand side by side. */
function centreOf(
  group: Group,
  middles: readonly number[],
  columns: readonly Column[],
  side: readonly Group[],
): number {
  const places = group.columns;
  const middle = places.reduce((sum, column) => sum + middles[column], 0) / places.length;
  const here = side.filter((each) => each.columns.length === 1 && each.columns[0] === places[0]);
  if (places.length > 1 || here.length < 2) return middle;
  const width = Math.max(columns[places[0]].plate.width / here.length, 62);
  return middle + (here.indexOf(group) - (here.length - 1) / 2) * width;
}

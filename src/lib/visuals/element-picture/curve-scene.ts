/** A function of one number as a curve, with the numbers at its axes; backward its slope, and what that makes of a gradient. */
import { texOf, type Tex } from '#lib/engine/tex.ts';
import type { Formula } from '#lib/formula/formula.ts';
import { isSameNumber, numberText, shownNumber } from '#lib/formula/number.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotNumbers, type Slot } from '#lib/formula/slot.ts';
import type { Asked } from './arithmetic-scene.ts';
import { relationWidth } from './arithmetic-scene.ts';
import { blockDrawing, type BlockDrawing } from './block-drawing.ts';
import { groupOf, type Group } from './blocks.ts';
import { cellHeight } from './cell.ts';
import { curveDrawing, type CurveDrawing, type Plot } from './curve.ts';
import type { FunctionOfOne } from './function-of.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';
import { plateOf, type PlateDrawing } from './plate.ts';
import { resultDrawing, resultWidth } from './result.ts';
import { sceneEdge, sceneHeight, sceneWidth, type Scene } from './scene.ts';
import { termsIn, times, type Term } from './terms.ts';
import { waysTo, wayUp, type Point } from './ways.ts';

export interface CurveScene {
  readonly plot: Plot;
  readonly drawing: CurveDrawing;
  /** Whose colour the curve wears. */
  readonly output: NumberDrawing;
  /** What the other factor of a gradient is: words and formula below it, and the way up to its number. */
  readonly slope: {
    readonly tex: string;
    readonly x: number;
    readonly y: number;
    readonly path: string;
    readonly tip: string;
  } | null;
}

const plot: Plot = { left: 66, right: 446, top: 14, bottom: 286 };
const panelLeft = plot.right + 34;
const tickRow = 18;
const middle = 150;

/** @param asked of one formula */
export function curveScene(asked: Asked, of: FunctionOfOne): Scene {
  const { model, step, formulas, next } = asked;
  const [formula] = formulas;
  const [input] = slotNumbers(model, of.input);
  const drawing = curveDrawing(of, input, plot);
  const isBackward = step.pass === 'backward';
  const slope = of.slope(input);
  const term = isBackward ? gradientTimesSlope(model, formula, slope) : termsIn(model, formula)[0];
  const width = resultWidth(model, formula, next);
  const whole = plateOf(term, false);
  const room = sceneWidth - sceneEdge - panelLeft;
  const shape = whole.width + relationWidth + width > room ? plateOf(term, true, term.numbers[0]) : whole;
  const start = panelLeft + (room - shape.width - relationWidth - width) / 2;
  const plate: PlateDrawing = { key: 'term', x: start + shape.width / 2, y: middle, shape, isRest: false, sign: null };
  const end = start + shape.width;
  const result = resultDrawing({
    model,
    formula: isBackward ? { ...formula, exact: isExact(model, formula, term, slope) } : formula,
    next,
    isWhole: true,
    x: end + relationWidth + width / 2,
    y: middle,
    relationX: end + relationWidth / 2,
    width,
  });
  const arrived = isBackward
    ? [blockAt(model, term.numbers[0].slot, plate.x, middle - shape.height / 2 - 46, 'above')]
    : [];
  return {
    width: sceneWidth,
    height: sceneHeight,
    plates: [plate],
    blocks: [...atAxes(model, of, drawing), ...arrived],
    ways: arrived.flatMap((block) => waysTo(block, [plate])),
    results: [result],
    waterfalls: [],
    curve: {
      plot,
      drawing,
      output: numberAt(model, of.output),
      slope: isBackward ? slopeWords(plate, formula.right) : null,
    },
  };
}

const single = (model: NamedRun, slot: Slot): Group =>
  groupOf(model, { columns: [0], numbers: [numberAt(model, slot)] });

const blockAt = (model: NamedRun, slot: Slot, x: number, edge: number, side: 'above' | 'below'): BlockDrawing =>
  blockDrawing(single(model, slot), x, edge, side, false);

/** What goes in below the one axis, what comes out beside the other. */
function atAxes(model: NamedRun, of: FunctionOfOne, { point }: CurveDrawing): BlockDrawing[] {
  const half = single(model, of.output).cellWidth / 2;
  return [
    blockAt(model, of.input, point[0], plot.bottom + tickRow, 'below'),
    blockAt(model, of.output, plot.left - 8 - half, point[1] + cellHeight / 2, 'above'),
  ];
}

function gradientTimesSlope(model: NamedRun, { right, result }: Formula, slope: number): Term {
  const slot = gradientIn(right)!;
  const number = numberAt(model, slot);
  const pieces = [{ text: number.text, number }, { text: ` ${times} ` }, { text: numberText(slope) }];
  return { sign: '', pieces, numbers: [number], value: result[0], isProduct: true };
}

function slopeWords({ x, y, shape }: PlateDrawing, right: Tex): CurveScene['slope'] {
  const to: Point = [x + shape.lines.at(-1)!.at(-1)!.x, y + shape.height / 2 + 2];
  const top = to[1] + 40;
  return { tex: derivativeTex(right), x, y: top + 14, ...wayUp([x, top], to) };
}

const factorsOf = (tex: Tex): readonly Tex[] => (tex.kind === 'product' ? tex.factors : [tex]);
const isGradient = (tex: Tex): boolean => tex.kind === 'atom' && (tex.slot as Slot | undefined)?.kind === 'gradient';

const gradientIn = (right: Tex): Slot | undefined => {
  const found = factorsOf(right).find(isGradient);
  return found?.kind === 'atom' ? (found.slot as Slot) : undefined;
};

/** The formula without the gradient that it multiplies. */
function derivativeTex(right: Tex): string {
  if (right.kind !== 'product') return '1';
  return texOf({ ...right, factors: right.factors.filter((factor) => !isGradient(factor)) });
}

const isExact = (model: NamedRun, { left }: Formula, { numbers }: Term, slope: number): boolean =>
  isSameNumber(shownNumber(numbers[0].value) * shownNumber(slope), shownNumber(numberAt(model, left).value));

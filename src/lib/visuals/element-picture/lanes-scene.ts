/** Several sums under each other, each in a row of its own: the numbers themselves wear the colours of their quantities. */
import type { Formula } from '#lib/formula/formula.ts';
import { relationWidth, type Asked } from './arithmetic-scene.ts';
import { fittingColumns, type Column } from './columns.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { resultDrawing, plateWidth, resultHeight, resultLabelText, slotTexOf } from './result.ts';
import { endOf, platesInRow } from './row.ts';
import { sceneEdge, sceneHeight, sceneWidth, type Scene } from './scene.ts';
import { termsIn } from './terms.ts';
import { mathWidth } from './text-width.ts';
import { waterfallOf } from './waterfall.ts';

const gap = 26;
/** Rows as high as this have room for the running sum below. */
const withBars = 130;
const labelGap = 10;
/** For the timesteps over the columns. */
const headRow = 16;
const least = 42;

export const mostLanes = Math.floor(sceneHeight / least);

export function lanesScene(asked: Asked): Scene {
  const lanes = asked.formulas.slice(0, mostLanes);
  const width = Math.max(...lanes.map((formula) => plateWidth(asked.model, formula)));
  const labels = Math.max(...lanes.map((formula) => labelWidth(asked.model, formula)));
  const rows = aligned(lanes.map((formula) => columnsOf(asked, formula, width + labels)));
  const times = timesOf(asked, lanes, rows);
  const head = times.length ? headRow : 0;
  const height = (sceneHeight - head) / lanes.length;
  const hasBars = height >= withBars && rows.some((columns) => columns.length > 1);
  const across = Math.max(...rows.map(widthOf)) + relationWidth + width + labels;
  const scenes = lanes.map((formula, lane) =>
    laneOf(asked, formula, rows[lane], {
      top: head + lane * height,
      key: `${lane} `,
      height,
      hasBars,
      start: (sceneWidth - across) / 2,
      across: across - labels,
      width,
    }),
  );
  return {
    width: sceneWidth,
    height: sceneHeight,
    plates: scenes.flatMap(({ plates }) => plates),
    blocks: [],
    ways: [],
    results: scenes.map(({ result }) => result),
    heads: times.map((t, place) => ({ t, x: scenes[0].plates[place].x, y: head - 3 })),
    waterfalls: scenes.flatMap(({ waterfall }) => waterfall ?? []),
  };
}

/** What has as many terms stands under each other. */
function aligned(rows: readonly (readonly Column[])[]): (readonly Column[])[] {
  return rows.map((columns) => {
    const alike = rows.filter(({ length }) => length === columns.length);
    return columns.map((column, place) => ({ ...column, width: Math.max(...alike.map((row) => row[place].width)) }));
  });
}

/** Of what adds up over time, one number from each timestep, these; else none. */
function timesOf({ step }: Asked, lanes: readonly Formula[], rows: readonly (readonly Column[])[]): number[] {
  if (step.pass !== 'backward' || rows.some((columns) => columns.some(({ term }) => !term))) return [];
  const times = rows[0].map(({ term }) => term!.numbers.find(({ isGradient }) => isGradient)?.slot.instance.t ?? 0);
  return lanes.length > 1 && new Set(times).size === times.length && times.length > 1 ? times : [];
}

const labelWidth = (model: NamedRun, { left }: Formula): number =>
  labelGap + mathWidth(slotTexOf(model, left), resultLabelText);

const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, column) => sum + column.width, gap * (columns.length - 1)) + (columns[0].sign ? 14 : 0);

const columnsOf = ({ model, more }: Asked, formula: Formula, width: number): readonly Column[] =>
  fittingColumns(termsIn(model, formula), {
    room: sceneWidth - 2 * sceneEdge - relationWidth - width - 14,
    gap,
    more,
    beside: () => 0,
    sides: () => ({ above: [], below: [] }),
  }).columns;

interface Lane {
  readonly top: number;
  readonly key: string;
  readonly height: number;
  readonly hasBars: boolean;
  readonly start: number;
  readonly across: number;
  readonly width: number;
}

function laneOf({ model }: Asked, formula: Formula, columns: readonly Column[], at: Lane) {
  const { top } = at;
  const plate = Math.max(...columns.map((column) => column.plate.height), resultHeight);
  const y = at.hasBars ? top + plate / 2 + 6 : top + at.height / 2;
  let left = at.start + (columns[0].sign ? 14 : 0);
  const middles = columns.map((column) => {
    const x = left + column.width / 2;
    left += column.width + gap;
    return x;
  });
  const x = at.start + at.across - at.width / 2;
  const end = endOf(columns, middles, columns.length - 1);
  const found = resultDrawing({
    model,
    formula,
    next: [],
    isWhole: columns.every(({ term }) => term),
    x,
    y,
    relationX: Math.max((end + x - at.width / 2) / 2, x - at.width / 2 - relationWidth / 2),
    width: at.width,
  });
  const label = { tex: found.label.tex, x: x + at.width / 2 + labelGap, y: y + 5, isBeside: true };
  const result = { ...found, label };
  const bars = columns.map((column, place) => ({ value: column.value, x: middles[place], width: column.width }));
  return {
    plates: platesInRow(columns, middles, y, { key: at.key, isUnderlined: true }),
    result,
    waterfall: at.hasBars ? waterfallOf(bars, result, [y + plate / 2 + 5, top + at.height - 6]) : undefined,
  };
}

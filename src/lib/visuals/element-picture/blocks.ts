/** Which numbers of a term stand above it and which below, and which of several terms belong to one array. */
import { range } from '#lib/engine/instances.ts';
import { indexOfElement } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { widthOfCells } from './cell.ts';
import { groupTex } from './group-tex.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';
import { keyOf, type Term } from './terms.ts';
import { mathWidth } from './text-width.ts';

/** Numbers of one array, next to each other, for the columns they are read in. */
export interface Group {
  readonly columns: readonly number[];
  /** Each once, in the order of the columns. */
  readonly numbers: readonly NumberDrawing[];
  /** Of a parameter: what stands in the same columns of its other rows, as far as they are shown. */
  readonly otherRows: readonly (readonly NumberDrawing[])[];
  readonly hasMoreRows: boolean;
  readonly cellWidth: number;
  /** What it is called, and how wide that is. */
  readonly tex: string;
  readonly labelWidth: number;
}

export interface Sides {
  readonly above: readonly Group[];
  readonly below: readonly Group[];
}

/** @param terms by column; null where a column stands for several */
export function sidesOf(model: NamedRun, terms: readonly (Term | null)[], isBackward: boolean): Sides {
  const above = terms.map((term) => (term ? aboveOf(model, term) : undefined));
  const below = terms.map((term, column) => term?.numbers.filter((number) => number !== above[column]) ?? []);
  const withRows = (found: Found): Group => groupOf(model, found, otherRowsOf(model, found, isBackward));
  return {
    above: groupsOf(above.map((number) => (number ? [number] : []))).map(withRows),
    below: groupsOf(below).map(withRows),
  };
}

/** What flows: a gradient that has arrived, else a value. Parameters wait below. */
function aboveOf(model: NamedRun, { numbers }: Term): NumberDrawing | undefined {
  const data = numbers.filter(({ slot }) => !model.isParameter(slot.instance.id) || slot.kind !== 'value');
  return data.find(({ isGradient }) => isGradient) ?? data[0];
}

/** Of letters at a block. */
const labelSize = 15;
/** More other rows than this would need more room than they say. */
const mostRows = 2;

interface Found {
  columns: number[];
  numbers: NumberDrawing[];
}

const arrayOf = ({ slot: { kind, instance } }: NumberDrawing): string => [kind, instance.id, instance.t].join(' ');

/** Neighbouring columns that read one array share its block; of several numbers in a column each stands by itself. */
function groupsOf(columns: readonly (readonly NumberDrawing[])[]): Found[] {
  const groups: Found[] = [];
  columns.forEach((numbers, column) => {
    const last = groups.at(-1);
    const joins =
      numbers.length === 1 &&
      last?.columns.at(-1) === column - 1 &&
      columns[column - 1].length === 1 &&
      arrayOf(last.numbers[0]) === arrayOf(numbers[0]);
    if (!joins) return void groups.push(...numbers.map((number) => ({ columns: [column], numbers: [number] })));
    last.columns.push(column);
    if (!last.numbers.some((known) => keyOf(known) === keyOf(numbers[0]))) last.numbers.push(numbers[0]);
  });
  return groups;
}

/** The group of numbers that stand by themselves, or with the rows beside them. */
export function groupOf(
  model: NamedRun,
  { columns, numbers }: Pick<Group, 'columns' | 'numbers'>,
  { rows, isTurned, hasMoreRows }: OtherRows = noRows,
): Group {
  const tex = groupTex(model, numbers, isTurned);
  const cellWidth = widthOfCells([numbers, ...rows].flat());
  return { columns, numbers, otherRows: rows, hasMoreRows, cellWidth, tex, labelWidth: mathWidth(tex, labelSize) };
}

interface OtherRows {
  readonly rows: readonly (readonly NumberDrawing[])[];
  readonly isTurned: boolean;
  readonly hasMoreRows: boolean;
}

const noRows: OtherRows = { rows: [], isTurned: false, hasMoreRows: false };

function otherRowsOf(model: NamedRun, { numbers }: Found, isBackward: boolean): OtherRows {
  const { instance, kind } = numbers[0].slot;
  const shape = model.shape(instance.id);
  const isParameter = kind === 'value' && model.isParameter(instance.id);
  // A way back goes through the columns of a matrix: through the rows of what it is turned to.
  const isTurned = isParameter && shape.length === 2 && isBackward;
  const along = isTurned ? 1 : 0;
  const places = numbers.map(({ slot }) => indexOfElement(shape, slot.element!));
  const own = places[0][along];
  if (!isParameter || shape.length === 0 || places.some((place) => place[along] !== own)) {
    return noRows;
  }
  const others = range(0, shape[along] - 1).filter((row) => row !== own);
  const shown = others.length > mostRows ? others.slice(0, 1) : others;
  const stored = (place: readonly number[]): number => place.reduce((at, each, k) => at * shape[k] + each, 0);
  const numberIn = (row: number, place: readonly number[]): NumberDrawing =>
    numberAt(model, { kind, instance, element: stored(place.map((each, k) => (k === along ? row : each))) });
  return {
    rows: shown.map((row) => places.map((place) => numberIn(row, place))),
    isTurned,
    hasMoreRows: shown.length < others.length,
  };
}

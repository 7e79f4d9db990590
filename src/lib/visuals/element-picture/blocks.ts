/** Which numbers of a term stand above it and which below, and which of several terms belong to one array. */
import { indexOfElement } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberAt, type NumberDrawing } from './numbers.ts';
import { keyOf, type Term } from './terms.ts';

/** Numbers of one array, next to each other, for the columns they are read in. */
export interface Group {
  readonly columns: readonly number[];
  /** Each once, in the order of the columns. */
  readonly numbers: readonly NumberDrawing[];
  /** Of a parameter: what stands in the same columns of its other rows. */
  readonly otherRows: readonly (readonly NumberDrawing[])[];
  /** Whether the rows are the columns of the array as it is stored. */
  readonly isTurned: boolean;
}

export interface Sides {
  readonly above: readonly Group[];
  readonly below: readonly Group[];
}

/** @param terms by column; null where a column stands for several */
export function sidesOf(model: NamedRun, terms: readonly (Term | null)[], isBackward: boolean): Sides {
  const above = terms.map((term) => (term ? aboveOf(model, term) : undefined));
  const below = terms.map((term, column) => term?.numbers.filter((number) => number !== above[column]) ?? []);
  return {
    above: groupsOf(above.map((number) => (number ? [number] : []))).map((group) => whole(model, group, isBackward)),
    below: groupsOf(below).map((group) => whole(model, group, isBackward)),
  };
}

/** What flows: a gradient that has arrived, else a value. Parameters wait below. */
function aboveOf(model: NamedRun, { numbers }: Term): NumberDrawing | undefined {
  const data = numbers.filter(({ slot }) => !model.isParameter(slot.instance.id) || slot.kind !== 'value');
  return data.find(({ isGradient }) => isGradient) ?? data[0];
}

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

function whole(model: NamedRun, { columns, numbers }: Found, isBackward: boolean): Group {
  const { instance, kind } = numbers[0].slot;
  const shape = model.shape(instance.id);
  const isParameter = kind === 'value' && model.isParameter(instance.id);
  const none = { columns, numbers, otherRows: [], isTurned: false };
  if (!isParameter || shape.length === 0) return none;
  const places = numbers.map(({ slot }) => indexOfElement(shape, slot.element!));
  // A way back goes through the columns of a matrix: through the rows of what it is turned to.
  const isTurned = shape.length === 2 && isBackward;
  const along = isTurned ? 1 : 0;
  const own = places[0][along];
  if (places.some((place) => place[along] !== own)) return none;
  const rows = Array.from({ length: shape[along] }, (_, row) => row).filter((row) => row !== own);
  const stored = (place: readonly number[]): number => place.reduce((at, each, k) => at * shape[k] + each, 0);
  return {
    columns,
    numbers,
    isTurned,
    otherRows: rows.map((row) =>
      places.map((place) =>
        numberAt(model, { kind, instance, element: stored(place.map((each, k) => (k === along ? row : each))) }),
      ),
    ),
  };
}

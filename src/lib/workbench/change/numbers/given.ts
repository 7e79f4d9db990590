/** The arrays of numbers that are given and not computed: what a reader may change. */
import type { Named } from '#lib/cells/names.ts';
import { range } from '#lib/engine/instances.ts';
import { indexOfElement, sizeOf, type Shape } from '#lib/engine/shapes.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { NumberStyle } from '#lib/formula/number.ts';
import { gridOf } from '#lib/formula/numerals.ts';
import { unitsOf } from '#lib/formula/slot.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { timestepsOf } from '#lib/stepper/instances.ts';

/** Where a single number stands. */
export interface Place {
  readonly address: string;
  readonly id: string;
  /** Undefined where there is no time. */
  readonly t?: number;
  readonly element: number;
  /** From 0, one per dimension. */
  readonly index: readonly number[];
  /** As formulas count: from 1, by row and column. */
  readonly units: readonly number[];
}

export interface GivenArray {
  readonly id: string;
  readonly kind: 'data' | 'parameter';
  readonly named: Named;
  readonly style: NumberStyle;
  /** Where the library of the notation keeps it. */
  readonly storage?: string;
  /** As a table: data have a row per timestep, all else stands as in formulas. */
  readonly rows: readonly (readonly Place[])[];
}

/** Data, initial states and parameters; which there are does not depend on any number. */
export function givenArrays(model: NamedRun): GivenArray[] {
  const { program } = model.run;
  const { data, equations, parameters } = program.graph;
  const states = equations.filter(({ id }) => timestepsOf(program, id).includes(0));
  return [
    ...data.map((value) => arrayOf(model, value, 'data', rowsOverTime(model, timestepsOf(program, value.id), value))),
    ...states.map((value) => arrayOf(model, value, 'data', rowsOfOne(model, value, 0))),
    ...parameters.map((value) => arrayOf(model, value, 'parameter', rowsOfOne(model, value))),
  ];
}

interface Shaped {
  readonly id: string;
  readonly shape: Shape;
}

const arrayOf = (
  model: NamedRun,
  { id }: Shaped,
  kind: GivenArray['kind'],
  rows: readonly (readonly Place[])[],
): GivenArray => ({ id, kind, named: model.named(id), style: model.style(id), storage: model.storage(id), rows });

const rowsOverTime = (model: NamedRun, times: readonly number[], value: Shaped): Place[][] =>
  times.map((t) => range(0, sizeOf(value.shape) - 1).map((element) => placeOf(model, value, element, t)));

function rowsOfOne(model: NamedRun, value: Shaped, t?: number): Place[][] {
  const { rows, columns, elementAt } = gridOf(model, value.shape);
  return range(0, rows - 1).map((row) =>
    range(0, columns - 1).map((column) => placeOf(model, value, elementAt(row, column), t)),
  );
}

function placeOf(model: NamedRun, { id, shape }: Shaped, element: number, t?: number): Place {
  const index = indexOfElement(shape, element);
  const address = formatAddress({ views: [], quantity: id, index, ...(t !== undefined && { t }) });
  return { address, id, t, element, index, units: unitsOf(model, id, element) };
}

export const numberAt = ({ run }: NamedRun, { id, t, element }: Place): number => run.value(id, t)[element];

/** Values and gradients of a run as rows and columns. What does not exist in a row's quantity leaves its place empty. */
import type { Pass, Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotStyle } from '#lib/formula/slot.ts';
import type { NumberStyle } from '#lib/formula/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { formatAddress, type Address, type View } from '#lib/stepper/address.ts';
import { timestepsOf } from '#lib/stepper/instances.ts';
import { readAddress } from '#lib/stepper/read-address.ts';

export interface Place {
  readonly address: string;
  readonly value: number;
  readonly style: NumberStyle;
  /** What computes it, if anything does. */
  readonly step: Step;
}

export interface Pair {
  readonly value: Place;
  readonly gradient: Place;
}

export interface Row {
  readonly id: string;
  readonly name: string;
  /** TeX, with `@` for the timestep. */
  readonly symbol: string;
  /** Where the library whose notation this is keeps it. */
  readonly storage?: string;
  /** The timestep, or t for all of them. */
  readonly time: string;
  readonly pairs: readonly (Pair | null)[];
}

/** Every value of timestep t, and what all timesteps have in common; a column per unit. */
export const rowsAt = (model: NamedRun, t: number, units: readonly number[], language: Language): Row[] =>
  rowsOf(model, idsAt(model, t), language, String(t), (id) =>
    units.map((unit) => pairAt(model, id, model.isOnTime(id) ? t : undefined, [unit], 0)),
  );

/** One unit of every value over time; a column per timestep. */
export const rowsOver = (model: NamedRun, times: readonly number[], unit: number, language: Language): Row[] =>
  rowsOf(
    model,
    valuesOf(model).filter((id) => model.isOnTime(id)),
    language,
    't',
    (id) => times.map((t) => pairAt(model, id, t, [unit])),
  );

/** The parameters that feed a unit: its row of each matrix, its element of each bias. */
export const rowsOfParameters = (
  model: NamedRun,
  columns: readonly number[],
  unit: number,
  language: Language,
): Row[] =>
  rowsOf(model, parametersOf(model), language, '', (id) =>
    columns.map((column) => pairAt(model, id, undefined, [unit, column], 1)),
  );

/** How many columns it takes to show all of a timestep, or all of the parameters. */
export const unitsAt = (model: NamedRun, t: number): number => widest(model, idsAt(model, t), 0);
export const unitsOfParameters = (model: NamedRun): number => widest(model, parametersOf(model), 0);
export const columnsOfParameters = (model: NamedRun): number => widest(model, parametersOf(model), 1);

const widest = (model: NamedRun, ids: readonly string[], dimension: number): number =>
  Math.max(1, ...ids.map((id) => model.shape(id)[dimension] ?? 1));

const parametersOf = ({ run }: NamedRun): string[] => run.program.graph.parameters.map(({ id }) => id);

/** Data first, then what is computed of them, in that order. */
const valuesOf = ({ run }: NamedRun): string[] =>
  [...run.program.graph.data, ...run.program.graph.equations].map(({ id }) => id);

const idsAt = (model: NamedRun, t: number): string[] =>
  valuesOf(model).filter((id) => !model.isOnTime(id) || timestepsOf(model.run.program, id).includes(t));

function rowsOf(
  model: NamedRun,
  ids: readonly string[],
  language: Language,
  time: string,
  pairsOf: (id: string) => (Pair | null)[],
): Row[] {
  const rows = ids.map((id) => {
    const { name, symbol } = model.named(id);
    return { id, name: name[language], symbol, storage: model.storage(id), time, pairs: pairsOf(id) };
  });
  return rows.filter(({ pairs }) => pairs.some(Boolean));
}

/** @param along which index the columns go through: what does not have it stands in the first column only */
function pairAt(
  model: NamedRun,
  quantity: string,
  t: number | undefined,
  index: readonly number[],
  along = -1,
): Pair | null {
  const { length: rank } = model.shape(quantity);
  if (along >= rank && index[along] > 0) return null;
  const placeOf = (views: readonly View[], style: NumberStyle, pass: Pass): Place | null => {
    const address: Address = { views, quantity, ...(t === undefined ? {} : { t }), index: index.slice(0, rank) };
    const read = readAddress(model.run, address);
    return 'problem' in read
      ? null
      : { address: formatAddress(address), value: read.numbers[0], style, step: { pass, id: quantity, t: t ?? 0 } };
  };
  const instance = { id: quantity, t: t ?? 0, sample: 0 };
  const value = placeOf([], slotStyle(model, { kind: 'value', instance }), 'forward');
  const gradient = placeOf(['grad'], slotStyle(model, { kind: 'gradient', instance }), 'backward');
  return value && gradient && { value, gradient };
}

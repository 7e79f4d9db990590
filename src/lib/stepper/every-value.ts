/** Everything a run knows, value by value, in the order in which a reader would go through it. */
import { range } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { indexOfElement, type Shape } from '#lib/engine/shapes.ts';
import { formatAddress, type Address } from './address.ts';
import { samplesOf, timestepsOf } from './instances.ts';

export interface Entry {
  /** Of the whole value. */
  readonly address: Address;
  readonly shape: Shape;
  readonly values: Float64Array;
  readonly gradients: Float64Array;
}

/**
 * Parameters, the initial state, then timestep by timestep what is computed, then what is computed of all timesteps.
 * Backwards, this is the order in which gradients are known.
 */
export function* everyValue(run: Run): Generator<Entry> {
  const { graph, timesteps } = run.program;
  const given = [...graph.parameters, ...graph.data];
  for (const { id, axis } of given) if (axis !== 'step') yield* entriesOf(run, id);
  const steps = [...given, ...graph.equations].filter(({ axis }) => axis === 'step');
  const times = new Map(steps.map(({ id }) => [id, new Set(timestepsOf(run.program, id))]));
  for (const t of range(0, timesteps)) {
    for (const { id } of steps) if (times.get(id)!.has(t)) yield* entriesOf(run, id, t);
  }
  for (const { id, axis } of graph.equations) if (axis !== 'step') yield* entriesOf(run, id);
}

function* entriesOf(run: Run, quantity: string, t?: number): Generator<Entry> {
  const { graph, samples } = run.program;
  const { shape } = graph.values.get(quantity)!;
  // A single sample goes without saying.
  const each = samples > 1 ? samplesOf(run.program, quantity) : [];
  for (const sample of each.length ? each : [undefined]) {
    const [values, gradients] = [run.value(quantity, t, sample), run.gradient(quantity, t, sample)];
    yield { address: { views: [], quantity, t, sample, index: [] }, shape, values, gradients };
  }
}

/** The address of element number `i`, in storage order. */
export function elementAddress({ address, shape }: Entry, i: number): Address {
  return { ...address, index: indexOfElement(shape, i) };
}

/**
 * All of it as lines, a number's address, value and gradient on each.
 * @param remark what an edit has done to a number, in a column of its own; without commas
 */
export function* everyValueCsv(run: Run, remark?: (entry: Entry, i: number) => string): Generator<string> {
  yield `address,value,gradient${remark ? ',edit' : ''}\n`;
  for (const entry of everyValue(run)) {
    const line = (value: number, i: number) =>
      `${formatAddress(elementAddress(entry, i))},${value},${entry.gradients[i]}${remark ? `,${remark(entry, i)}` : ''}\n`;
    yield Array.from(entry.values, line).join('');
  }
}

export interface NotFinite {
  readonly address: Address;
  readonly found: number;
}

/** The first number to overflow or to be none at all: on the way forward, then on the way back. */
export function firstNotFinite(run: Run): NotFinite | undefined {
  const entries = [...everyValue(run)];
  return firstAmong(entries, 'values', []) ?? firstAmong(entries.reverse(), 'gradients', ['grad']);
}

function firstAmong(entries: Entry[], kind: 'values' | 'gradients', views: Address['views']): NotFinite | undefined {
  for (const entry of entries) {
    const i = entry[kind].findIndex((number) => !Number.isFinite(number));
    if (i >= 0) return { address: { ...elementAddress(entry, i), views }, found: entry[kind][i] };
  }
  return undefined;
}

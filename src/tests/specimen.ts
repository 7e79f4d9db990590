/** A model with sizes and random numbers: what the claims about the engine are tried on. */
import type { Graph, Value } from '#lib/engine/equations.ts';
import { compile, type Options, type Program } from '#lib/engine/program.ts';
import { isComputedAt, range, type Instance, type Sizes } from '#lib/engine/instances.ts';
import { Random } from '#lib/engine/random.ts';
import { Run } from '#lib/engine/run.ts';

export interface Specimen {
  readonly graph: Graph;
  readonly sizes: Sizes;
  readonly seed: number;
  /** Puts right what random numbers within ±1 would spoil, such as a variance below zero. */
  settle?(run: Run): void;
}

/** One number of an instance. */
export interface Element extends Instance {
  readonly index: number;
}

/** A run of the specimen, forward and backward done. */
export function computed({ graph, sizes, seed, settle }: Specimen, options: Options = {}): Run {
  const run = new Run(compile(graph, { ...sizes, ...options }));
  fill(run, seed);
  settle?.(run);
  return run.forward().backward();
}

/** Every number that is given, not computed, becomes a random one within ±1. */
export function fill(run: Run, seed: number): void {
  const random = new Random(seed);
  for (const { id, t, sample } of given(run.program)) {
    const numbers = run.value(id, t, sample);
    for (let i = 0; i < numbers.length; i++) numbers[i] = random.uniform(-1, 1);
  }
}

/** Parameters, data and initial states. */
export const given = (program: Program): Instance[] =>
  [...program.graph.values.values()].flatMap((value) => {
    const times = value.role === 'equation' ? initialTime(program, value) : timesOf(program, value);
    return instancesAt(program, value, times);
  });

/** Every result of every equation. */
export const results = (program: Program): Instance[] =>
  [...program.graph.values.values()].flatMap((value) =>
    value.equation ? instancesAt(program, value, timesOf(program, value)) : [],
  );

const initialTime = ({ graph }: Program, { id }: Value): number[] =>
  graph.uses.get(id)!.some(({ operand }) => operand.lag === 1) ? [0] : [];

function timesOf(program: Program, { axis, equation }: Value): number[] {
  if (axis !== 'step') return [0];
  return range(1, program.timesteps).filter((t) => !equation || isComputedAt(equation, t, program));
}

const instancesAt = ({ samples }: Program, { id, axis }: Value, times: readonly number[]): Instance[] =>
  times.flatMap((t) => range(0, axis === 'once' ? 0 : samples - 1).map((sample) => ({ id, t, sample })));

export const elementsOf = (run: Run, instances: readonly Instance[]): Element[] =>
  instances.flatMap((instance) =>
    range(0, run.value(instance.id, instance.t, instance.sample).length - 1).map((index) => ({ ...instance, index })),
  );

export function pick<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  const random = new Random(seed);
  return items.length <= count ? [...items] : range(1, count).map(() => items[random.below(items.length)]);
}

export const address = ({ id, t, sample }: Instance, index?: number): string =>
  `${id}@${t}#${sample}${index === undefined ? '' : `[${index}]`}`;

export const sumOfSizes = (terms: Iterable<number>): number =>
  [...terms].reduce((sum, term) => sum + Math.abs(term), 0);

/** A graph compiled for given sizes: what is computed in which order, and where every number lies. */
import type { Axis, Equation, Graph, Value } from './equations.ts';
import { planMerged, planPlain, type Group, type Plan } from './merge.ts';
import { operations } from './operations.ts';
import { shapeText, sizeOf } from './shapes.ts';
import { stagesOf } from './stages.ts';

export interface Sizes {
  /** T; timesteps count 1…T, and t = 0 is the initial state. */
  readonly timesteps: number;
  /** Samples computed side by side, counted from 0. */
  readonly samples: number;
}

/** A value taken as a given number: nothing flows on to what it would have been computed from. */
export interface Hold {
  readonly id: string;
  /** Left out: at every timestep. */
  readonly t?: number;
  /** Left out: every element. */
  readonly index?: number;
  readonly to: number;
}

/** A term left out of the backward pass: what the use of `value` in `user` would contribute to ∂L/∂value. */
export interface Drop {
  readonly value: string;
  readonly user: string;
  /** The timestep of the user. Left out: every timestep. */
  readonly t?: number;
}

/** A value at one timestep and for one sample; t and sample are 0 where its axis has none. */
export interface Instance {
  readonly id: string;
  readonly t: number;
  readonly sample: number;
}

/** One group of equations at one timestep and for one sample: the unit of computation. */
export interface Task {
  readonly group: Group;
  readonly t: number;
  readonly sample: number;
}

export interface Place {
  readonly block: number;
  readonly offset: number;
  readonly size: number;
}

export interface Program<Ids extends string = string> extends Sizes {
  readonly graph: Graph<Ids>;
  readonly held: readonly Hold[];
  readonly dropped: readonly Drop[];
  /** Whether equations were merged and ∂L/∂W is summed after the loop over time. */
  readonly merged: boolean;
  readonly tasks: readonly Task[];
  readonly places: ReadonlyMap<string, Place>;
  /** Rows × columns of each block of memory. */
  readonly blocks: readonly { readonly rows: number; readonly width: number }[];
}

export interface Options extends Partial<Sizes> {
  readonly held?: readonly Hold[];
  readonly dropped?: readonly Drop[];
  /** False: one operation per equation, also where merged ones would give the same numbers faster. */
  readonly merged?: boolean;
}

export function compile<Ids extends string>(graph: Graph<Ids>, options: Options = {}): Program<Ids> {
  const { timesteps = 1, samples = 1, held = [], dropped = [] } = options;
  const merged = (options.merged ?? true) && held.length + dropped.length === 0;
  checkSizes({ timesteps, samples });
  for (const hold of held) checkHold(hold, graph, timesteps);
  for (const drop of dropped) checkDrop(drop, graph, timesteps);
  const plan = merged ? planMerged(graph) : planPlain(graph);
  const sizes = { timesteps, samples };
  const { places, blocks } = layOut(plan, graph, sizes);
  return { graph, ...sizes, held, dropped, merged, tasks: schedule(plan.groups, graph, sizes), places, blocks };
}

function checkSizes(sizes: Sizes): void {
  for (const [name, count] of Object.entries(sizes)) {
    if (!Number.isInteger(count) || count < 1)
      throw new Error(`${name}: ${count}; there is a whole number of them, from 1 on`);
  }
}

function valueOf(id: string, { values }: Graph): Value {
  const value = values.get(id);
  if (!value) throw new Error(`${id}: the model has no such value`);
  return value;
}

function checkHold({ id, t, index, to }: Hold, graph: Graph, timesteps: number): void {
  const { equation, shape } = valueOf(id, graph);
  if (!equation) throw new Error(`${id}: only what an equation computes can be held; set it instead`);
  checkTime(id, equation, t, timesteps);
  if (index !== undefined && !range(0, sizeOf(shape) - 1).includes(index)) {
    throw new Error(`${id}: no element ${index} in ${shapeText(shape)} to hold`);
  }
  if (!Number.isFinite(to)) throw new Error(`${id}: cannot be held at ${to}`);
}

function checkDrop({ value, user, t }: Drop, graph: Graph, timesteps: number): void {
  const uses = graph.uses.get(valueOf(value, graph).id)!.map((use) => use.user);
  const { equation } = valueOf(user, graph);
  if (!equation || !uses.includes(equation)) {
    throw new Error(`${value}: ${user} does not use it; ${uses.map(({ id }) => id).join(', ') || 'nothing'} does`);
  }
  checkTime(user, equation, t, timesteps);
}

function checkTime(id: string, equation: Equation, t: number | undefined, timesteps: number): void {
  if (t === undefined || (equation.axis === 'step' ? isComputedAt(equation, t, { timesteps, samples: 1 }) : t === 0))
    return;
  throw new Error(`${id}: is not computed at timestep ${t} of ${timesteps}`);
}

export function isSingleNumber({ graph, samples }: Program): boolean {
  const { axis, shape } = graph.values.get(graph.objective)!;
  return shape.length === 0 && (axis === 'once' || (axis === 'sample' && samples === 1));
}

/** Row of an instance in its block: t = 0 first where there are timesteps, the samples of one timestep together. */
export const rowOf = (axis: Axis, t: number, sample: number, { samples }: Sizes): number =>
  axis === 'step' ? t * samples + sample : axis === 'sample' ? sample : 0;

function layOut({ blocks }: Plan, graph: Graph, { timesteps, samples }: Sizes) {
  const rows: Record<Axis, number> = { step: (timesteps + 1) * samples, sample: samples, once: 1 };
  const places = new Map<string, Place>();
  const measured = blocks.map((ids, block) => {
    let width = 0;
    for (const id of ids) {
      const size = sizeOf(graph.values.get(id)!.shape);
      places.set(id, { block, offset: width, size });
      width += size;
    }
    return { rows: ids.length ? rows[graph.values.get(ids[0])!.axis] : 0, width };
  });
  return { places, blocks: measured };
}

/** Stage by stage; a stage of axis `step` is a loop over time. */
function schedule(groups: readonly Group[], graph: Graph, sizes: Sizes): Task[] {
  const groupOf = new Map(groups.flatMap((group) => group.map(({ id }) => [id, group] as const)));
  return stagesOf(graph).flatMap(({ onStep, equations }) => {
    const members = new Set(equations.map(({ id }) => groupOf.get(id)!));
    const inOrder = groups.filter((group) => members.has(group));
    return (onStep ? range(1, sizes.timesteps) : [0]).flatMap((t) =>
      inOrder.flatMap((group) => tasksAt(group, t, sizes)),
    );
  });
}

function tasksAt(group: Group, t: number, sizes: Sizes): Task[] {
  const { axis } = group[0];
  if (axis === 'step' && !isComputedAt(group[0], t, sizes)) return [];
  return range(0, axis === 'once' ? 0 : sizes.samples - 1).map((sample) => ({ group, t, sample }));
}

export function isComputedAt({ when }: Equation, t: number, { timesteps }: Sizes): boolean {
  if (t < 1 || t > timesteps) return false;
  return when === 'all' || (when === 'last' ? t === timesteps : when.includes(t));
}

/** What an operand stands for when its user is computed at (t, sample): one instance, or one per timestep or sample. */
export function instancesOf(
  { id, axis, lag, over, equation }: Value,
  t: number,
  sample: number,
  sizes: Sizes,
): Instance[] {
  if (over === 'samples') return range(0, sizes.samples - 1).map((each) => ({ id, t: 0, sample: each }));
  if (over === 'time') {
    const times = range(1, sizes.timesteps).filter((time) => !equation || isComputedAt(equation, time, sizes));
    if (!times.length) throw new Error(`${id}: holds at none of the timesteps 1…${sizes.timesteps}`);
    return times.map((time) => ({ id, t: time, sample }));
  }
  return [{ id, t: axis === 'step' ? t - lag : 0, sample: axis === 'once' ? 0 : sample }];
}

export const isDropped = ({ dropped }: Program, value: string, user: string, t: number): boolean =>
  dropped.some((drop) => drop.value === value && drop.user === user && (drop.t === undefined || drop.t === t));

export const holdsOn = ({ held }: Program, { id, t }: Pick<Instance, 'id' | 't'>): Hold[] =>
  held.filter((hold) => hold.id === id && (hold.t === undefined || hold.t === t));

export const operationOf = ({ operation }: Equation) => operations[operation];

export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, offset) => from + offset);

/** A graph compiled for given sizes: what is computed in which order, and where every number lies. */
import type { Axis, Graph } from './equations.ts';
import { checkEdits, type Edits } from './edits.ts';
import { isComputedAt, range, type Sizes } from './instances.ts';
import { planMerged, planPlain, type Group, type Plan } from './merge.ts';
import { sizeOf } from './shapes.ts';
import { stagesOf } from './stages.ts';

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

export interface Program<Ids extends string = string> extends Sizes, Edits {
  readonly graph: Graph<Ids>;
  /** Whether equations were merged and ∂L/∂W is summed after the loop over time. */
  readonly merged: boolean;
  readonly tasks: readonly Task[];
  readonly places: ReadonlyMap<string, Place>;
  /** Rows × columns of each block of memory. */
  readonly blocks: readonly { readonly rows: number; readonly width: number }[];
}

export interface Options extends Partial<Sizes>, Partial<Edits> {
  /** False: one operation per equation, also where merged ones would give the same numbers faster. */
  readonly merged?: boolean;
}

export function compile<Ids extends string>(graph: Graph<Ids>, options: Options = {}): Program<Ids> {
  const { timesteps = 1, samples = 1, held = [], dropped = [] } = options;
  // Held values and dropped terms need every equation by itself.
  const merged = (options.merged ?? true) && held.length + dropped.length === 0;
  checkSizes({ timesteps, samples });
  checkEdits({ held, dropped }, graph, timesteps);
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

export function isSingleNumber({ graph, samples }: Program): boolean {
  const { axis, shape } = graph.values.get(graph.objective)!;
  return shape.length === 0 && (axis === 'once' || (axis === 'sample' && samples === 1));
}

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

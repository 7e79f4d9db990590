/** What happens in which order: the same list for every walk through a model, without a single number in it. */
import type { Equation, Graph } from './equations.ts';
import { isComputedAt, range, type Sizes } from './instances.ts';
import type { Program } from './program.ts';
import { stagesOf } from './stages.ts';

export type Pass = 'forward' | 'backward' | 'update';

/**
 * One thing that happens. Forward: `id` is computed at t. Backward: its gradient is gathered at t; for a parameter with
 * t ≥ 1, what timestep t contributes, and with t = 0 its total. Update: the parameter `id` takes its new value.
 * t = 0 also stands for values without timesteps and for the initial state.
 */
export interface Step {
  readonly pass: Pass;
  readonly t: number;
  readonly id: string;
}

export function stepsOf(program: Program): Step[] {
  return [...forwardSteps(program), ...backwardSteps(program), ...updateSteps(program.graph)];
}

/** Stage by stage, in the order in which the equations were written. */
function forwardSteps({ graph, ...sizes }: Program): Step[] {
  return stagesOf(graph).flatMap(({ onStep, equations }) => {
    const ids = equations.map(({ id }) => id);
    const times = onStep ? range(1, sizes.timesteps) : [0];
    return times.flatMap((t) => idsAt(ids, t, graph, sizes).map((id): Step => ({ pass: 'forward', t, id })));
  });
}

/** The forward steps turned round; after each timestep its inputs and parameters, at the end the initial states and totals. */
function backwardSteps({ graph, ...sizes }: Program): Step[] {
  const step =
    (t: number) =>
    (id: string): Step => ({ pass: 'backward', t, id });
  const stages = stagesOf(graph);
  const walked = stages
    .map(({ onStep, equations }, place) => {
      const ids = equations.map(({ id }) => id);
      if (!onStep) return ids.toReversed().map(step(0));
      // What several loops read gathers its share of a timestep where the walk meets it last.
      const later = new Set(
        stages.slice(0, place).flatMap((stage) => (stage.onStep ? readBy(stage.equations, graph) : [])),
      );
      return range(1, sizes.timesteps)
        .toReversed()
        .flatMap((t) => {
          const now = idsAt(ids, t, graph, sizes);
          const given = readBy(
            now.map((id) => graph.values.get(id)!.equation!),
            graph,
          ).filter((id) => !later.has(id));
          return [...now.toReversed(), ...given].map(step(t));
        });
    })
    .toReversed()
    .flat();
  const states = graph.equations.filter(({ id }) => graph.uses.get(id)!.some(({ operand }) => operand.lag === 1));
  const last = [...states.map(({ id }) => id).toReversed(), ...graph.parameters.map(({ id }) => id)];
  return [...walked, ...last.map(step(0))];
}

const updateSteps = ({ parameters }: Graph): Step[] => parameters.map(({ id }) => ({ pass: 'update', t: 0, id }));

const idsAt = (ids: readonly string[], t: number, { values }: Graph, sizes: Sizes): string[] =>
  t === 0 ? [...ids] : ids.filter((id) => isComputedAt(values.get(id)!.equation!, t, sizes));

/** Inputs of the equations, then their parameters, in the order in which they are first read. */
function readBy(equations: readonly Equation[], { data, parameters }: Graph): string[] {
  const read = new Set(equations.flatMap(({ operands }) => operands.map(({ id }) => id)));
  return [...data.filter(({ axis, id }) => axis === 'step' && id !== 'target'), ...parameters].flatMap(({ id }) =>
    read.has(id) ? id : [],
  );
}

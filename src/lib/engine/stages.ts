import type { Equation, Graph, Value } from './equations.ts';

/** Equations that are computed together: once, or timestep by timestep in one loop. In the order they were written. */
export interface Stage {
  readonly onStep: boolean;
  readonly equations: readonly Equation[];
}

/**
 * A model's equations in stages: what has no timesteps first, then a loop over time, then what reads all timesteps of
 * that loop, and so on.
 * @throws if an equation needs all timesteps of something that needs it
 */
export function stagesOf(graph: Graph): Stage[] {
  const rounds = roundsOf(graph);
  const last = Math.max(0, ...rounds.values());
  const stages = Array.from({ length: last + 1 }, (_, round) =>
    [false, true].map((onStep): Stage => {
      const inStage = (equation: Equation) =>
        rounds.get(equation.id) === round && (equation.axis === 'step') === onStep;
      return { onStep, equations: graph.equations.filter(inStage) };
    }),
  );
  return stages.flat().filter(({ equations }) => equations.length > 0);
}

/** After how many loops over time each equation can be computed. */
function roundsOf({ equations }: Graph): Map<string, number> {
  const rounds = new Map(equations.map(({ id }) => [id, 0]));
  const needed = ({ id, over }: Value): number => (rounds.get(id) ?? 0) + (over === 'time' && rounds.has(id) ? 1 : 0);
  for (let settled = false; !settled;) {
    settled = true;
    for (const { id, operands } of equations) {
      const round = Math.max(...operands.map(needed));
      if (round <= rounds.get(id)!) continue;
      if (round > equations.length) throw new Error(`${id}: needs all timesteps of something that needs it`);
      rounds.set(id, round);
      settled = false;
    }
  }
  return rounds;
}

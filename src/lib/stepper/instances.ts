/** Which values a run has: at which timesteps, for which samples. */
import { isComputedAt, range } from '#lib/engine/instances.ts';
import type { Program } from '#lib/engine/program.ts';

/** Whether `id` is the initial state at t = 0: some equation reads it one timestep earlier. */
const isState = ({ graph }: Program, id: string): boolean =>
  graph.uses.get(id)!.some(({ operand }) => operand.lag === 1);

/**
 * The timesteps at which a value exists: for a state 0 to T, for other equations those at which they hold, for data
 * those at which they are used. Empty for a value that does not change over time.
 */
export function timestepsOf(program: Program, id: string): number[] {
  const { graph, timesteps } = program;
  const { axis, equation } = graph.values.get(id)!;
  if (axis !== 'step') return [];
  const users = graph.uses.get(id)!.map(({ user }) => user);
  const exists = (t: number): boolean =>
    equation
      ? isComputedAt(equation, t, program)
      : users.some((user) => user.axis !== 'step' || isComputedAt(user, t, program));
  return range(0, timesteps).filter((t) => (t === 0 ? isState(program, id) : exists(t)));
}

/** The samples for which a value exists; empty for a value that all samples share. */
export const samplesOf = ({ graph, samples }: Program, id: string): number[] =>
  graph.values.get(id)!.axis === 'once' ? [] : range(0, samples - 1);

import { range } from '#lib/engine/instances.ts';
import { operationOf } from '#lib/engine/operations.ts';
import type { Run } from '#lib/engine/run.ts';

/**
 * What a full bar stands for, in a whole run: values within ±1 on ±1, sums on their own scale, gradients on theirs; what
 * is said and what was wanted on one, and the loss on its own.
 */
export interface Scales {
  readonly values: number;
  readonly sums: number;
  readonly gradients: number;
  of(id: string): number;
}

/** @param ids what is drawn: the cell's own values and its input */
export function scalesOf(run: Run, ids: readonly string[]): Scales {
  const { graph } = run.program;
  const isSum = (id: string): boolean => graph.values.get(id)?.equation?.operation === 'affine' || id === 'input';
  // What is made of a sum by adding alone has the size of a sum, as in the candidate of a GRU: an operation that keeps
  // within bounds is there for what has none.
  const isUnbounded = (id: string): boolean => {
    const users = graph.uses.get(id) ?? [];
    return isSum(id) || users.some(({ user }) => operationOf(user).range);
  };
  const isThere = (id: string): boolean => graph.values.has(id);
  const isState = (id: string): boolean => graph.uses.get(id)!.some(({ operand }) => operand.lag === 1);
  const onSums = new Set(ids.filter((id) => isUnbounded(id) && !isState(id)));
  const sums = Math.max(1, ...largest(run, [...onSums], 'value'));
  const rest = ids.filter((id) => !onSums.has(id));
  const values = Math.max(1, ...largest(run, rest, 'value'));
  const gradients = Math.max(0, ...largest(run, ids, 'gradient')) || 1;
  const answers = Math.max(1, ...largest(run, ['output', 'target'].filter(isThere), 'value'));
  const losses = Math.max(1, ...largest(run, ['loss.term'].filter(isThere), 'value'));
  const beyond: Readonly<Record<string, number>> = { output: answers, target: answers, 'loss.term': losses };
  return { values, sums, gradients, of: (id) => beyond[id] ?? (onSums.has(id) ? sums : values) };
}

function largest(run: Run, ids: readonly string[], kind: 'value' | 'gradient'): number[] {
  return ids.flatMap((id) =>
    range(0, run.program.timesteps).map((t) =>
      run[kind](id, t).reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0),
    ),
  );
}

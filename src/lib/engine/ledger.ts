/**
 * Where a gradient comes from. ∂L/∂v is a sum with one entry for every use of v: the chain rule's term through that use.
 * Entries are computed when asked for, from the same rules as the backward pass.
 */
import type { Use } from './equations.ts';
import { backwardRule } from './operation.ts';
import { isComputedAt, instancesOf, range, type Instance } from './instances.ts';
import { operationOf } from './operations.ts';
import { isDropped, withoutHeld } from './edits.ts';
import type { Program } from './program.ts';
import type { Run } from './run.ts';

export interface Entry {
  /** The equation that uses the value, and when; null for the objective itself, whose gradient by itself is 1. */
  readonly user: Instance | null;
  /** Which operand of the user, counting those taken over time or samples one by one. */
  readonly k: number;
  /** What this use contributes, in the value's shape. */
  readonly share: Float64Array;
  /** Left out of the gradient by a dropped edge. */
  readonly dropped: boolean;
}

/** The entries of ∂objective/∂(id at t, sample), earliest user first. Those not dropped add up to the gradient. */
export function ledger<Ids extends string>(run: Run<Ids>, id: Ids | string, t = 0, sample = 0): Entry[] {
  const { program } = run;
  const uses = program.graph.uses.get(id);
  if (!uses) throw new Error(`${id}: the model has no such value`);
  const entries = uses.flatMap((use) =>
    usersOf(use, t, sample, program).flatMap((user) => entriesOf(use, user, { id, t, sample }, run)),
  );
  entries.sort((a, b) => a.user!.t - b.user!.t);
  const seed: Entry = { user: null, k: 0, share: Float64Array.of(1), dropped: false };
  return id === program.graph.objective ? [seed, ...entries] : entries;
}

/** When, and for which samples, `use` may read the value at (t, sample). */
export function usersOf({ user, operand }: Use, t: number, sample: number, program: Program): Instance[] {
  const samples =
    user.axis !== 'once' && operand.axis === 'once'
      ? range(0, program.samples - 1)
      : [user.axis === 'once' ? 0 : sample];
  const everywhere = operand.axis === 'step' && !operand.over ? [t + operand.lag] : range(1, program.timesteps);
  const times = user.axis === 'step' ? everywhere.filter((time) => isComputedAt(user, time, program)) : [0];
  return times.flatMap((time) => samples.map((each) => ({ id: user.id, t: time, sample: each })));
}

function entriesOf({ user, k, operand }: Use, at: Instance, value: Instance, run: Run): Entry[] {
  const { program } = run;
  const count = (operands: typeof user.operands) =>
    operands.flatMap((each) => instancesOf(each, at.t, at.sample, program)).length;
  const place = instancesOf(operand, at.t, at.sample, program).findIndex(
    (instance) => instance.t === value.t && instance.sample === value.sample,
  );
  if (place < 0) return [];
  const position = count(user.operands.slice(0, k)) + place;
  const { x, context } = run.operands(user, at.t, at.sample);
  const y = run.computed(at);
  const g = withoutHeld(program, at, run.gradient(at.id, at.t, at.sample));
  const share = new Float64Array(x[position].length);
  backwardRule(operationOf(user), position)(share, g, y, x, context, position);
  return [{ user: at, k: position, share, dropped: isDropped(program, value.id, user.id, at.t) }];
}

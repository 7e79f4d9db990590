/** Which ways of a drawing edits have closed: nothing flows along them. */
import { isDropped } from '#lib/engine/edits.ts';
import { isGiven } from '#lib/engine/flow.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Program } from '#lib/engine/program.ts';

/** cut: the gradient's term is left out. given: it leads to a value that is held at a number, whatever comes. */
export type Closed = 'cut' | 'given';

/** @param users what reads the value `id` along this way; it is closed where it is for all of them */
export function closedWay(
  program: Program,
  id: string,
  users: readonly Pick<Instance, 'id' | 't'>[],
  isBackward: boolean,
): Closed | undefined {
  if (!program.held.length && !program.dropped.length) return undefined;
  const found = users.map((user): Closed | undefined =>
    isBackward && isDropped(program, id, user.id, user.t) ? 'cut' : isGiven(program, user) ? 'given' : undefined,
  );
  return found.includes(undefined) ? undefined : found.includes('cut') ? 'cut' : found[0];
}

/** A small cross, where the way of a term that is left out ends. */
export const crossAt = (x: number, y: number, arm = 4.5): string =>
  `M${x - arm} ${y - arm}l${2 * arm} ${2 * arm}M${x - arm} ${y + arm}l${2 * arm} ${-2 * arm}`;

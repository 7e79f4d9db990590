/** What edits stop: which uses of a value a gradient no longer comes through, and which gradients lack a term by that. */
import { isDropped, isHeld } from './edits.ts';
import { range, type Instance } from './instances.ts';
import { usersOf } from './ledger.ts';
import type { Program } from './program.ts';
import { sizeOf } from './shapes.ts';
import { stepsOf } from './steps.ts';

type Place = Pick<Instance, 'id' | 't'>;

/** Whether all of a value is held at numbers: then nothing of what its equation reads counts. */
export function isGiven(program: Program, place: Place): boolean {
  if (!program.held.some(({ id }) => id === place.id)) return false;
  const size = sizeOf(program.graph.values.get(place.id)!.shape);
  return range(0, size - 1).every((element) => isHeld(program, place, element));
}

/** Whether the gradient shown at a place lacks a term: one of its own, or one of a gradient that it is computed from. */
export const lacksTerm = (program: Program, place: Place): boolean =>
  program.dropped.length > 0 && lackingIn(program).has(keyOf(place));

const keyOf = ({ id, t }: Place): string => `${id}@${t}`;

const known = new WeakMap<Program, ReadonlySet<string>>();

function lackingIn(program: Program): ReadonlySet<string> {
  const found = known.get(program) ?? findLacking(program);
  known.set(program, found);
  return found;
}

/** In the order of the backward pass, so that of each gradient all that it is computed from is known before. */
function findLacking(program: Program): ReadonlySet<string> {
  const lacking = new Set<string>();
  for (const { pass, id, t } of stepsOf(program)) {
    if (pass !== 'backward') continue;
    const isLacking = (user: Place): boolean =>
      isDropped(program, id, user.id, user.t) || (lacking.has(keyOf(user)) && !isGiven(program, user));
    if (usersAt(program, { id, t }).some(isLacking)) lacking.add(keyOf({ id, t }));
  }
  return lacking;
}

/** Of a parameter at a timestep: what reads it there. */
function usersAt(program: Program, { id, t }: Place): Instance[] {
  const users = program.graph.uses.get(id)!.flatMap((use) => usersOf(use, t, 0, program));
  const isShare = program.graph.values.get(id)!.role === 'parameter' && t > 0;
  return isShare ? users.filter((user) => user.t === t) : users;
}

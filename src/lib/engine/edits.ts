/** What a reader may do to a model to see what follows: hold a value at a number, leave a term of a gradient out. */
import type { Equation, Graph, Value } from './equations.ts';
import { isComputedAt, range, type Instance } from './instances.ts';
import { shapeText, sizeOf } from './shapes.ts';

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

export interface Edits {
  readonly held: readonly Hold[];
  readonly dropped: readonly Drop[];
}

/** @throws if an edit hits nothing: an experiment that changes nothing would look like a result */
export function checkEdits({ held, dropped }: Edits, graph: Graph, timesteps: number): void {
  for (const hold of held) checkHold(hold, graph, timesteps);
  for (const drop of dropped) checkDrop(drop, graph, timesteps);
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

export const isDropped = ({ dropped }: Edits, value: string, user: string, t: number): boolean =>
  dropped.some((drop) => drop.value === value && drop.user === user && (drop.t === undefined || drop.t === t));

export const holdsOn = ({ held }: Edits, { id, t }: Pick<Instance, 'id' | 't'>): Hold[] =>
  held.filter((hold) => hold.id === id && (hold.t === undefined || hold.t === t));

/** Whether an element of an instance, or, without one, all of them are held. */
export const isHeld = (edits: Edits, instance: Pick<Instance, 'id' | 't'>, element?: number): boolean =>
  holdsOn(edits, instance).some(({ index }) => index === undefined || index === element);

/** What a value's gradient `g` passes on to its operands: nothing through elements that are held. */
export function withoutHeld(edits: Edits, instance: Instance, g: Float64Array): Float64Array {
  const passed = new Float64Array(g.length);
  copyWithoutHeld(passed, g, holdsOn(edits, instance));
  return passed;
}

export function copyWithoutHeld(passed: Float64Array, g: Float64Array, holds: readonly Hold[]): void {
  passed.set(g);
  for (const hold of holds) passed.fill(0, ...elementsOf(hold));
}

/** Where a hold begins and ends, as `fill` wants it. */
export const elementsOf = ({ index }: Hold): [number?, number?] => (index === undefined ? [] : [index, index + 1]);

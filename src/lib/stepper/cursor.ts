/** Where a walk stands, as text: `forward:forget.gate@2`. The index in the list of steps is derived from it. */
import type { Graph } from '#lib/engine/equations.ts';
import type { Pass, Step } from '#lib/engine/steps.ts';
import { formatAddress, parseAddress } from './address.ts';

const passes: readonly Pass[] = ['forward', 'backward', 'update'];

/** The initial state is at timestep 0, as in `backward:hidden.state@0`; what has no timesteps is at none. */
export function cursorText({ pass, t, id }: Step, values: Graph['values']): string {
  const hasTime = t > 0 || values.get(id)?.axis === 'step';
  return `${pass}:${formatAddress({ views: [], quantity: id, index: [], ...(hasTime ? { t } : {}) })}`;
}

/** The index of the step that `text` names, or null if the walk has no such step. Never throws: the text is a visitor's. */
export function findStep(steps: readonly Step[], text: string): number | null {
  const [, pass, rest] = /^(\w+):(.*)$/s.exec(text) ?? [];
  if (!passes.includes(pass as Pass)) return null;
  const parsed = parseAddress(rest);
  if (!('address' in parsed)) return null;
  const { quantity, t = 0, views, index: units, run, sample, user } = parsed.address;
  if (views.length || units.length || run !== undefined || sample || user) return null;
  const place = steps.findIndex((step) => step.pass === pass && step.id === quantity && step.t === t);
  return place < 0 ? null : place;
}

/**
 * Where another pass may show what a step is about: the same value at the same timestep; of a parameter, which is updated
 * once for all timesteps, that update; of what is given and never computed, where it is read first.
 */
export function counterparts({ id, t }: Step, { uses }: Graph): Omit<Step, 'pass'>[] {
  const reads = (uses.get(id) ?? []).map(({ user, operand }) => {
    const isOnTime = user.axis === 'step';
    return { id: user.id, t: isOnTime ? Math.max(t + operand.lag, 1) : 0 };
  });
  return [{ id, t }, { id, t: 0 }, ...reads];
}

/** The index of the same place in another list of steps, or of the nearest one before it. */
export function nearestStep(steps: readonly Step[], { pass, t, id }: Step): number {
  const distance = (step: Step): number =>
    (step.pass === pass ? 0 : 1e6) + Math.abs(step.t - t) * 1e3 + (step.id === id ? 0 : 1);
  return steps.reduce((best, step, index) => (distance(step) < distance(steps[best]) ? index : best), 0);
}

/** What values and gradients are called in Python, read off their ids: `forget_gate_2`, `W_f`, `d_cell_state_3`. */
import type { Instance } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';

type Place = Pick<Instance, 'id' | 't'>;

/** Without loops every timestep has a name of its own: `input_2`. */
const plainName = (id: string): string => id.replace(/\W/g, '_');

/** Python has these names already. */
const taken = new Set(['input', 'sum', 'next', 'min', 'max', 'range', 'lambda', 'print']);

/** What stands for all timesteps, `forget_gate[t]`, or has none. */
export function nameOf(id: string): string {
  const name = plainName(id);
  return taken.has(name) ? `${name}s` : name;
}

const numbered = (model: NamedRun, { id, t }: Place): string => (model.isOnTime(id) ? `_${t}` : '');

export const valueName = (model: NamedRun, place: Place): string => `${plainName(place.id)}${numbered(model, place)}`;

export const gradientName = (model: NamedRun, place: Place): string =>
  // What one timestep contributes to a parameter's gradient.
  `d_${valueName(model, place)}${model.isParameter(place.id) && place.t > 0 ? `_from_${place.t}` : ''}`;

export const termName = (model: NamedRun, user: Place): string => `through_${valueName(model, user)}`;

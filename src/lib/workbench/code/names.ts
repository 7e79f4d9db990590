/** What values and gradients are called in Python: `forget_gate_2`, `W_xf`, `d_cell_state_3`. */
import type { Instance } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';

type Place = Pick<Instance, 'id' | 't'>;

/** A parameter is called by its symbol, so that the formula's letters are found in the code; all else by its id. */
const plainName = (model: NamedRun, id: string): string =>
  model.isParameter(id) ? ofSymbol(model.named(id).symbol) : ofId(id);

const ofId = (id: string): string => id.replace(/\W/g, '_');

/** `W_{xf}`: `W_xf`; `(b_{if}+b_{hf})`: `b_if_plus_b_hf`. */
const ofSymbol = (tex: string): string => tex.replace('+', '_plus_').replace(/\W/g, '');

/** Python has these names already. */
const taken = new Set(['input', 'sum', 'next', 'min', 'max', 'range', 'lambda', 'print']);

const untaken = (name: string): string => (taken.has(name) ? `${name}s` : name);

/** What stands for all timesteps, `forget_gate[t]`, or has none. */
export const nameOf = (model: NamedRun, id: string): string => untaken(plainName(model, id));

/** The same of an equation that no model has, such as those of an update rule. */
export const nameOfId = (id: string): string => untaken(ofId(id));

const numbered = (model: NamedRun, { id, t }: Place): string => (model.isOnTime(id) ? `_${t}` : '');

/** Without loops every timestep has a name of its own: `input_2`. */
export const valueName = (model: NamedRun, place: Place): string =>
  `${plainName(model, place.id)}${numbered(model, place)}`;

export const gradientName = (model: NamedRun, place: Place): string =>
  // What one timestep contributes to a parameter's gradient.
  `d_${valueName(model, place)}${model.isParameter(place.id) && place.t > 0 ? `_from_${place.t}` : ''}`;

export const termName = (model: NamedRun, user: Place): string => `through_${valueName(model, user)}`;

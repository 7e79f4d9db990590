import { parseAddress, type Address } from '#lib/stepper/address.ts';
import type { NamedRun } from './named-run.ts';
import type { Slot } from './slot.ts';
import { updateOf } from './update-of.ts';

/** A place in a formula, and where its symbol and numbers are found: an update has its own. */
export interface Found {
  readonly model: NamedRun;
  readonly slot: Slot;
}

/** The place in a formula that holds the number, or the array, at an address; undefined for what no formula holds. */
export function slotOf(model: NamedRun, text: string): Found | undefined {
  const parsed = parseAddress(text);
  if (!('address' in parsed) || parsed.address.user) return undefined;
  const { views, quantity: id, t = 0, sample = 0, index } = parsed.address;
  const kind = views.length === 0 ? 'value' : ({ grad: 'gradient', next: 'next' } as const)[views.join() as 'grad'];
  const owner = kind === 'value' ? ownerOf(model, parsed.address) : model;
  if (!kind || !owner?.run.program.graph.values.has(id)) return undefined;
  const shape = owner.shape(id);
  const element = index.reduce((row, unit, dimension) => row * shape[dimension] + unit, 0);
  const single = index.length > 0 && index.length === shape.length ? { element } : {};
  return { model: owner, slot: { kind, instance: { id, t, sample }, ...single } };
}

/** `W.f/velocity` is a number of the next update of `W.f`; a setting, such as `rate`, is one of them all. */
function ownerOf(model: NamedRun, { run, quantity }: Address): NamedRun | undefined {
  const isSetting = run === undefined && Object.hasOwn(model.updater.rule.settings, quantity);
  const updated = model.run.program.graph.parameters.find(({ id }) => isSetting || id === run);
  if (updated) return updateOf(model, updated.id);
  return run === undefined ? model : undefined;
}

import { parseAddress, type Address, type Spot } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
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
  if (!('address' in parsed)) return undefined;
  if (parsed.address.user) return shareOf(model, parsed.address, parsed.address.user);
  const { views, quantity: id, t = 0, sample = 0, index } = parsed.address;
  const kind = views.length === 0 ? 'value' : ({ grad: 'gradient', next: 'next' } as const)[views.join() as 'grad'];
  const owner = kind === 'value' ? ownerOf(model, parsed.address) : model;
  if (!kind || !owner?.run.program.graph.values.has(id)) return undefined;
  return { model: owner, slot: { kind, instance: { id, t, sample }, ...singleOf(owner, id, index) } };
}

/** `grad:cell.state@2<cell.kept@3[0]`: what one use contributes to a gradient. */
function shareOf(model: NamedRun, address: Address, { quantity: user, t: at = 0 }: Spot): Found | undefined {
  const reading = readAddress(model.run, address);
  if (address.run !== undefined || 'problem' in reading) return undefined;
  const { quantity: id, t = 0, sample = 0, index } = address;
  const single = singleOf(model, id, index);
  const numbers = Float64Array.from(reading.numbers);
  const through = { id: user, t: at, sample };
  return { model, slot: { kind: 'gradient', instance: { id, t, sample }, ...single, numbers, through } };
}

/** The one element that an index means; nothing where it leaves several. */
function singleOf(model: NamedRun, id: string, index: readonly number[]): Pick<Slot, 'element'> {
  const shape = model.shape(id);
  if (index.length === 0 || index.length < shape.length) return {};
  return { element: index.reduce((row, unit, dimension) => row * shape[dimension] + unit, 0) };
}

/** `W.f/velocity` is a number of the next update of `W.f`; a setting, such as `rate`, is one of them all. */
function ownerOf(model: NamedRun, { run, quantity }: Address): NamedRun | undefined {
  const isSetting = run === undefined && Object.hasOwn(model.updater.rule.settings, quantity);
  const updated = model.run.program.graph.parameters.find(({ id }) => isSetting || id === run);
  if (updated) return updateOf(model, updated.id);
  return run === undefined ? model : undefined;
}

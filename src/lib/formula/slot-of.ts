import { parseAddress } from '#lib/stepper/address.ts';
import type { NamedRun } from './named-run.ts';
import type { Slot } from './slot.ts';

/** The place in a formula that holds the number, or the array, at an address; undefined for what no formula holds. */
export function slotOf(model: NamedRun, address: string): Slot | undefined {
  const parsed = parseAddress(address);
  if (!('address' in parsed)) return undefined;
  const { run, views, quantity: id, t = 0, sample = 0, index, user } = parsed.address;
  const kind = views.length === 0 ? 'value' : ({ grad: 'gradient', next: 'next' } as const)[views.join() as 'grad'];
  if (!kind || user || run !== undefined || !model.run.program.graph.values.has(id)) return undefined;
  const shape = model.shape(id);
  const element = index.reduce((row, unit, dimension) => row * shape[dimension] + unit, 0);
  return {
    kind,
    instance: { id, t, sample },
    ...(index.length > 0 && index.length === shape.length ? { element } : {}),
  };
}

import type { Instance } from '#lib/engine/instances.ts';
import { texOf, type Tex } from '#lib/engine/tex.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import type { NamedRun } from './named-run.ts';
import type { NumberStyle } from './number.ts';
import { texOfNumbers } from './numerals.ts';

/** A place in a formula that holds a symbol or its numbers. `share`: what one timestep contributes to a gradient. */
export interface Slot {
  readonly kind: 'value' | 'gradient' | 'share' | 'next' | 'rate';
  readonly instance: Instance;
  /** Where the run itself does not hold them. */
  readonly numbers?: Float64Array;
}

export const rateStyle: NumberStyle = { fraction: true, typed: true };

/** TeX of the symbol. */
export function symbolOf(model: NamedRun, { kind, instance }: Slot): string {
  const symbol = texOf(model.symbol(instance));
  // On one line: as a stacked fraction its letters would be too small to read from the back of a room.
  const gradient = `\\partial L/\\partial ${symbol}`;
  if (kind === 'share') return `${gradient}\\,\\big|_{t=${instance.t}}`;
  return { value: symbol, gradient, next: `${symbol}'`, rate: '\\eta' }[kind];
}

export function slotNumbers({ run }: NamedRun, { kind, instance: { id, t, sample }, numbers }: Slot): Float64Array {
  return numbers ?? (kind === 'gradient' ? run.gradient(id, t, sample) : run.value(id, t, sample));
}

export function slotStyle(model: NamedRun, { kind, instance }: Slot): NumberStyle {
  if (kind === 'rate') return rateStyle;
  return kind === 'value' ? model.style(instance.id) : {};
}

export const slotTex = (model: NamedRun, slot: Slot, numbers = slotNumbers(model, slot)): Tex =>
  texOfNumbers(numbers, slot.kind === 'rate' ? [] : model.shape(slot.instance.id), slotStyle(model, slot));

/** The address of what stands in the slot, whole; undefined for a share, which is not one number of the grammar. */
export function slotAddress(model: NamedRun, { kind, instance: { id, t } }: Slot): string | undefined {
  if (kind === 'share') return undefined;
  if (kind === 'rate') return 'rate';
  const views = ({ value: [], gradient: ['grad'], next: ['next'] } as const)[kind];
  return formatAddress({ views, quantity: id, index: [], ...(model.isOnTime(id) ? { t } : {}) });
}

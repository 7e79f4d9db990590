import type { Instance } from '#lib/engine/instances.ts';
import type { Tex } from '#lib/engine/tex.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import type { NamedRun } from './named-run.ts';
import type { NumberStyle } from './number.ts';
import { texOfNumbers } from './numerals.ts';
import { atTimestep, symbolKinds, type SymbolKind } from './symbol.ts';

/** A place in a formula that holds a symbol or its numbers. */
export interface Slot {
  readonly kind: SymbolKind;
  readonly instance: Instance;
  /** Where the run itself does not hold them. */
  readonly numbers?: Float64Array;
}

export const rateStyle: NumberStyle = { fraction: true, typed: true };

/** TeX of the symbol, with `@` for the timestep. */
export const symbolTemplate = (model: NamedRun, { kind, instance }: Slot): string =>
  symbolKinds[kind](model.named(instance.id).symbol);

/** TeX of the symbol. */
export const symbolOf = (model: NamedRun, slot: Slot): string =>
  atTimestep(symbolTemplate(model, slot), slot.instance.t);

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

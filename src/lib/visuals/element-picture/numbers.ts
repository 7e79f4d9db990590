import type { Slot as Dress } from '#lib/cells/cell.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText } from '#lib/formula/number.ts';
import { slotAddress, slotNumbers, slotStyle, type Slot } from '#lib/formula/slot.ts';
import { concerns } from '#lib/stepper/address.ts';

/** One number of the run, wherever the drawing shows it. */
export interface NumberDrawing {
  readonly slot: Slot;
  readonly text: string;
  readonly value: number;
  /** None where the grammar of addresses has no name for it. */
  readonly address?: string;
  readonly isGradient: boolean;
  /** Whose colour it wears; a gradient is violet instead. */
  readonly dress: Dress;
}

export function numberAt(model: NamedRun, slot: Slot): NumberDrawing {
  const [value] = slotNumbers(model, slot);
  return {
    slot,
    value,
    text: numberText(value, slotStyle(model, slot)),
    address: slotAddress(model, slot),
    isGradient: isGradient(model, slot),
    dress: model.named(slot.instance.id).slot,
  };
}

/** In an update the gradient is one of the values it computes with. */
const isGradient = (model: NamedRun, { kind, instance }: Slot): boolean =>
  kind === 'gradient' || kind === 'share' || (model.named(instance.id).symbol ?? '').startsWith('\\partial');

/** Whether what is pointed at is this number, or the array it is of. */
export const isLit = (address: string | undefined, highlighted: string | null): boolean =>
  address !== undefined && highlighted !== null && concerns(highlighted, address);

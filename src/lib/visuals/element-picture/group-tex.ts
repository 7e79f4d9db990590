import { texOf } from '#lib/engine/tex.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { slotAtom, symbolOf, type Slot } from '#lib/formula/slot.ts';
import { raised } from '#lib/formula/symbol.ts';
import type { NumberDrawing } from './numbers.ts';

/**
 * What a block is called: the array, or its one number.
 * @param isTurned whether the rows of a matrix that are drawn are its columns as it is stored
 */
export function groupTex(model: NamedRun, numbers: readonly NumberDrawing[], isTurned: boolean): string {
  const [{ slot }] = numbers;
  const shape = model.shape(slot.instance.id);
  if (slot.kind === 'value' && model.isParameter(slot.instance.id)) {
    const symbol = symbolOf(model, slot);
    const isMatrix = shape.length === 2 && shape[0] * shape[1] > 1;
    return isMatrix && isTurned !== model.hasRowVectors ? raised(symbol, '\\top') : symbol;
  }
  return numbers.length > 1 ? symbolOf(model, slot) : texOf(slotAtom(model, shape.length ? slot : wholeOf(slot)));
}

const wholeOf = (slot: Slot): Slot => ({ ...slot, element: undefined });

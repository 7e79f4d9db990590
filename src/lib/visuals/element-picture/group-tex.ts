import { indexOfElement } from '#lib/engine/shapes.ts';
import { texOf } from '#lib/engine/tex.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { raised } from '#lib/formula/symbol.ts';
import { slotAtom, symbolOf } from '#lib/formula/slot.ts';
import type { Group } from './blocks.ts';

/** What a block is called: the array, turned round if its rows are the columns of what formulas write; or its one number. */
export function groupTex(model: NamedRun, { numbers, isTurned }: Group): string {
  const [{ slot }] = numbers;
  const shape = model.shape(slot.instance.id);
  const isParameter = slot.kind === 'value' && model.isParameter(slot.instance.id);
  if (isParameter) {
    const symbol = symbolOf(model, slot);
    const [rows, columns] = shape;
    const isArray = shape.length === 2 && rows * columns > 1;
    return isArray && isTurned !== model.hasRowVectors ? raised(symbol, '\\top') : symbol;
  }
  return numbers.length > 1
    ? symbolOf(model, slot)
    : texOf(slotAtom(model, isAlone(shape) ? { ...slot, element: undefined } : slot));
}

const isAlone = (shape: readonly number[]): boolean => shape.length === 0;

export const rowOf = (model: NamedRun, { numbers: [{ slot }] }: Group): number =>
  indexOfElement(model.shape(slot.instance.id), slot.element ?? 0)[0] ?? 0;

import type { Cell } from './cell.ts';
import { lstm } from './lstm/cell.ts';
import type { CellId } from './registry.ts';

const atHand: Partial<Record<CellId, Cell>> = { lstm };

/** To be called by the registry, which only few pages load: most bring nothing along but the lessons' cell. */
export const bringAll = (cells: Readonly<Record<CellId, Cell>>): void => void Object.assign(atHand, cells);

/** @throws for another cell than the lessons', if nothing that runs has imported `registry.ts` yet */
export function cellOf(id: CellId): Cell {
  const cell = atHand[id];
  if (!cell) throw new Error(`cell ${id}: not at hand, because registry.ts has not been loaded`);
  return cell;
}

/** How PyTorch packs a cell's parameters: one array per family, the blocks of its gates on top of each other. */
import { cells, type CellId } from '../registry.ts';
import type { Cell } from '../cell.ts';
import type { Dimension } from './piece.ts';

/** The cells that PyTorch has, too. */
export const packedCells = (Object.keys(cells) as CellId[]).filter((id) => blocksOf(id) !== undefined);

/** The letters of a cell's gates in PyTorch's order; undefined for a cell that PyTorch does not have. */
export function blocksOf(id: CellId): readonly string[] | undefined {
  const cell: Cell = cells[id];
  return cell.torch?.blocks;
}

/** Rows of every array: 12 for an LSTM with 3 units, "4·hiddenSize". */
export function rowsOf(id: CellId, hiddenSize: number): Dimension {
  const count = blocksOf(id)?.length ?? 1;
  return { length: count * hiddenSize, meaning: count === 1 ? 'hiddenSize' : `${count}·hiddenSize` };
}

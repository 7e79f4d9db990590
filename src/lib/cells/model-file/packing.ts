/** How PyTorch packs a cell's parameters: one array per family, the blocks of its gates on top of each other. */
import { cells, type CellId } from '../registry.ts';
import type { Cell } from '../cell.ts';
import { torchNames, type TorchName } from '../torch-arrays.ts';
import { refuse, type Dimension, type Piece } from './piece.ts';
import { keyText } from './place.ts';

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

/**
 * The arrays by PyTorch's names, whatever stands before them: `lstm.weight_ih_l0`. What stands there must be the same
 * for all of them.
 */
export function withoutPrefix(found: readonly [string, Piece][]): Map<string, Piece> {
  const keys = found.map(([key]) => key);
  const first = keys.find((key) => key.endsWith('weight_ih_l0')) ?? keys[0] ?? '';
  const prefix = prefixOf(first);
  const like = keyText(first);
  for (const [key, piece] of found) {
    const expected = prefix === '' ? `a name without prefix, as ${like}` : `the same prefix as ${like}`;
    if (prefixOf(key) !== prefix) refuse(piece, expected, keyText(key));
  }
  return new Map(found.map(([key, piece]) => [key.slice(prefix.length), piece]));
}

const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('.') + 1);

/** Why a name that PyTorch gives is refused: it belongs to a further layer, the other direction, or a projection. */
export function reasonAgainst(name: string): string | undefined {
  if (name === 'weight_hr_l0') return 'no projection (proj_size 0)';
  const isTorch = /^(?:weight|bias)_(?:ih|hh|hr)_l\d+(?:_reverse)?$/.test(name);
  return isTorch && !torchNames.includes(name as TorchName) ? 'one layer, one direction' : undefined;
}

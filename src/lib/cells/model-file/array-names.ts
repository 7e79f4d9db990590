/** What the arrays of a file are called: by itself, because nothing but reading a file needs it. */
import { torchNames, type TorchName } from '../torch-arrays.ts';
import { refuse, type Piece } from './piece.ts';
import { keyText } from './place.ts';

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
    if (/\.(weight|bias)$/.test(key)) refuse(piece, 'the readout under "readout"', keyText(key));
    const expected = prefix === '' ? `a name without prefix, as ${like}` : `the same prefix as ${like}`;
    if (prefixOf(key) !== prefix) refuse(piece, expected, keyText(key));
  }
  return new Map(found.map(([key, piece]) => [key.slice(prefix.length), piece]));
}

const prefixOf = (key: string): string => key.slice(0, key.lastIndexOf('.') + 1);

/** PyTorch saves the arrays and nothing else: then they stand where the parts of a model should. */
export function refuseBareArrays(found: readonly [string, Piece][], parts: readonly string[]): void {
  const [key, array] = found.find(([name]) => torchForm.test(name.slice(prefixOf(name).length))) ?? [];
  if (key === undefined || !array) return;
  const isBare = !found.some(([name]) => parts.includes(name));
  const expected = 'a model file with the state_dict under "parameters" (trace --help shows one)';
  refuse(array, expected, isBare ? 'a bare state_dict' : keyText(key));
}

/** Of an array of any layer, in any direction. */
const torchForm = /^(?:weight|bias)_(?:ih|hh|hr)_l\d+(?:_reverse)?$/;

/** Why a name that PyTorch gives is refused: it belongs to a further layer, the other direction, or a projection. */
export function reasonAgainst(name: string): string | undefined {
  if (name === 'weight_hr_l0') return 'no projection (proj_size 0)';
  return torchForm.test(name) && !torchNames.includes(name as TorchName) ? 'one layer, one direction' : undefined;
}

/** The part of a model file that says what is compared with what, and when. */
import type { When } from '#lib/engine/equations.ts';
import { losses, type LossKind } from '#lib/engine/sequence-model.ts';
import type { ModelFile } from './model-file.ts';
import { list, members, oneOf, refuse, vector, type Dimension, type Piece } from './piece.ts';

export function readLoss(piece: Piece, timesteps: number, output: Dimension): ModelFile['loss'] {
  const found = members(piece, ['kind', 'at', 'targets']);
  const kind = oneOf(found.kind, Object.keys(losses) as LossKind[]);
  const at = readAt(found.at, timesteps);
  const compared = (t: number) => at === 'all' || (at === 'last' ? t === timesteps : at.includes(t));
  const expected = `${timesteps} row${timesteps === 1 ? '' : 's'}, one per timestep`;
  const rows = list(found.targets, expected);
  if (rows.length !== timesteps) refuse(found.targets, expected, String(rows.length));
  return { kind, at, targets: rows.map((row, index) => (compared(index + 1) ? vector(row, output) : null)) };
}

function readAt(piece: Piece, timesteps: number): When {
  if (piece.content === 'all' || piece.content === 'last') return piece.content;
  const entries = list(piece, '"all", "last" or a list of timesteps');
  if (entries.length === 0) refuse(piece, 'at least one timestep');
  const times = new Set<unknown>();
  for (const entry of entries) {
    const { content: t } = entry;
    if (!Number.isInteger(t) || (t as number) < 1 || (t as number) > timesteps) {
      refuse(entry, timesteps === 1 ? 'timestep 1' : `a timestep from 1 to ${timesteps}`);
    }
    if (times.has(t)) refuse(entry, 'each timestep once', `${t as number} again`);
    times.add(t);
  }
  return piece.content as number[];
}

import { reveals } from '#lib/formula/reveal.ts';
import { zooms } from '#lib/stepper/zoom.ts';
import type { Scene } from '../document.ts';
import { isMissing, type Piece, type YamlFile } from './yaml-file.ts';

const keys = ['id', 'at', 'zoom', 'unit', 'reveal', 'setting', 'drop'] as const;
const isUnit = (found: number): boolean => Number.isInteger(found) && found >= 0;

/** Its form only; whether the cursor and the addresses lead anywhere is seen once the model runs. */
export function readScene(yaml: YamlFile, piece: Piece): Scene | undefined {
  const found = yaml.members(piece, keys);
  const id = yaml.id(found.id);
  const at = yaml.text(found.at, 'a step, such as forward:forget.gate@2');
  if (id === undefined || at === undefined) return undefined;
  return {
    id,
    at,
    ...optional('zoom', found.zoom, (part) => yaml.oneOf(part, zooms)),
    ...optional('unit', found.unit, (part) => yaml.number(part, 'a unit: 0, 1, 2 …', isUnit)),
    ...optional('reveal', found.reveal, (part) => yaml.oneOf(part, reveals)),
    ...optional('setting', found.setting, (part) => yaml.text(part, 'the name of a setting')),
    ...optional('drop', found.drop, (part) => readDrop(yaml, part)),
  };
}

export const readDrop = (yaml: YamlFile, piece: Piece): string[] =>
  yaml.list(piece).flatMap((entry) => yaml.text(entry, 'the address of a ledger entry') ?? []);

function optional<Key extends string, T>(key: Key, piece: Piece, readPart: (piece: Piece) => T | undefined) {
  const value = isMissing(piece) ? undefined : readPart(piece);
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, T>>;
}

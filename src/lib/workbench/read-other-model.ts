import { tryModelText } from './files/model-text.ts';
import type { Origins } from './origins.ts';
import { presetBase, readPreset } from './preset.ts';
import type { Base } from './vary.ts';

export function readOtherModel({ preset, model: text }: Origins): Base | undefined {
  if (text !== undefined) {
    const model = tryModelText(text);
    return model && { model, rate: 0.1 };
  }
  const known = preset === undefined ? undefined : readPreset(preset);
  return known && presetBase(known);
}

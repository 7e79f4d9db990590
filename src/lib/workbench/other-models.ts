import { loadCells } from '#lib/formula/symbol-html.ts';
import type { Origins } from './origins.ts';
import type { Base } from './vary.ts';

/** Most readers stay with the lesson's own model, so what makes and reads others comes when it is needed. */
let read: ((origins: Origins) => Base | undefined) | undefined;

/** To be awaited before a workbench is given a preset or a model's text. */
export async function loadOtherModels(): Promise<void> {
  const [{ readOtherModel }] = await Promise.all([import('./read-other-model.ts'), loadCells()]);
  read = readOtherModel;
}

/** What a preset or a model's text stands for; undefined: for nothing. @throws before `loadOtherModels` is done */
export function otherModel(origins: Origins): Base | undefined {
  if (!read) throw new Error('another model is asked for, and what reads it is not loaded');
  return read(origins);
}

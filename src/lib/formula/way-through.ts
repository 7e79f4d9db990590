import type { NamedRun } from './named-run.ts';

/** A gradient's way is called after the first value on it that books give a name. */
export function wayThrough(model: NamedRun, id: string): string {
  const uses = model.run.program.graph.uses.get(id)!;
  const isUnnamed = model.named(id).quantity?.folds === 'both' && uses.length === 1;
  return isUnnamed ? wayThrough(model, uses[0].user.id) : id;
}

import type { NamedRun } from './named-run.ts';

/**
 * What a gradient's way is called after: in folded formulas the first value on it that books give a name, since the others
 * do not occur there; in unfolded ones the value that it comes through first.
 */
export function wayThrough(model: NamedRun, id: string, isFolded: boolean): string {
  const uses = model.run.program.graph.uses.get(id)!;
  const isUnnamed = model.named(id).quantity?.folds === 'both' && uses.length === 1;
  return isFolded && isUnnamed ? wayThrough(model, uses[0].user.id, isFolded) : id;
}

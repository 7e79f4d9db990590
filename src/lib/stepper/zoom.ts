import type { Cell, Quantity } from '#lib/cells/cell.ts';
import type { Step } from '#lib/engine/steps.ts';

/** How far zoomed in: whole timesteps, equations as a book prints them, every operation, every element of it. */
export const zooms = ['timestep', 'equation', 'operation', 'element'] as const;
export type Zoom = (typeof zooms)[number];

export const isZoom = (text: string): text is Zoom => (zooms as readonly string[]).includes(text);

/** Whether formulas are folded: intermediates replaced by their right-hand sides. */
export const isFolded = (zoom: Zoom): boolean => zoom === 'timestep' || zoom === 'equation';

/** Whether a step stays when formulas fold: what is always replaced by its right-hand side has no step of its own. */
export function staysFolded(cell: Cell, { pass, id }: Step): boolean {
  const folds = (cell.quantities as Record<string, Quantity>)[id]?.folds;
  return pass === 'update' || !folds || (folds !== 'both' && folds !== pass);
}

/** Whether a walk at this zoom stops at step number `index`. */
export function isStop(steps: readonly Step[], index: number, zoom: Zoom, cell: Cell): boolean {
  const [step, next] = [steps[index], steps[index + 1]];
  if (zoom === 'timestep') return !next || next.pass !== step.pass || next.t !== step.t;
  return zoom !== 'equation' || staysFolded(cell, step);
}

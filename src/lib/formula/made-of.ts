import { isHeld } from '#lib/engine/edits.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { partsOf, type Tex } from '#lib/engine/tex.ts';
import { elementFormula } from './element.ts';
import { formulaOf } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import type { Slot } from './slot.ts';

/**
 * What the formula of a step, or of one element of it, reads; nothing where a reader holds the value.
 * @param through backward: given, what only the term that comes through this use reads
 */
export function madeOf(
  model: NamedRun,
  step: Step,
  element: number | undefined,
  folded = false,
  through?: Instance,
): Slot[] {
  if (step.pass === 'forward' && isHeld(model.run.program, step, element)) return [];
  const isWhole = element === undefined && sizeOf(model.shape(step.id)) > 1;
  const { right } = isWhole
    ? formulaOf(model, step, { folded, through })
    : elementFormula(model, step, element ?? 0, folded, through);
  return slotsOf(right);
}

/** The places in a formula, each once. */
function slotsOf(tex: Tex): Slot[] {
  const found = tex.kind === 'atom' ? (tex.slot ? [tex.slot as Slot] : []) : partsOf(tex).flatMap(slotsOf);
  return [...new Map(found.map((slot) => [keyOf(slot), slot])).values()];
}

const keyOf = ({ kind, instance: { id, t, sample }, element }: Slot): string => [kind, id, t, sample, element].join();

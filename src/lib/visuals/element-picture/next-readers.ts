import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { originOf } from '#lib/formula/origin.ts';
import type { Slot } from '#lib/formula/slot.ts';

/** What reads the number next: of what works element by element its own element, of all else the whole. */
export function nextReaders(model: NamedRun, left: Slot, steps: readonly Step[]): Slot[] {
  if (left.kind === 'share' || left.kind === 'next') return [];
  const length = sizeAt(model, left);
  const readers = originOf({ model, slot: left }, steps).usedBy.filter((found) => found.model === model);
  return readers
    .toSorted((a, b) => weightOf(model, a.slot) - weightOf(model, b.slot))
    .map(({ slot }) => {
      const reader = left.kind === 'value' ? slot.instance.id : left.instance.id;
      const isMixing = model.run.program.graph.values.get(reader)!.equation?.operation === 'affine';
      return !isMixing && length > 1 && sizeAt(model, slot) === length ? { ...slot, element: left.element } : slot;
    });
}

const sizeAt = (model: NamedRun, { instance: { id, t, sample } }: Slot): number =>
  model.run.value(id, t, sample).length;

/** Of many, what the walk goes on through comes first; what nobody asks for, such as the gradient of an input, last. */
const weightOf = (model: NamedRun, { instance: { id } }: Slot): number =>
  ['equation', 'parameter', 'data'].indexOf(model.run.program.graph.values.get(id)!.role);

import type { Step } from '#lib/engine/steps.ts';
import { madeOf } from './made-of.ts';
import type { NamedRun } from './named-run.ts';
import type { Origin } from './origin.ts';
import { slotAddress, type Slot } from './slot.ts';
import { slotOf, type Found } from './slot-of.ts';
import { inUpdate, type UpdateOf } from './update-of.ts';

/** A number of a rule's equations: found at the step of its parameter, or given to every update. */
export function originInUpdate(update: UpdateOf, slot: Slot): Origin {
  const { id } = slot.instance;
  const { rule } = update.updater;
  if (Object.hasOwn(rule.settings, id)) return { step: null, madeOf: [], usedBy: everyNext(update.model) };
  const step: Step = { pass: 'update', t: 0, id: update.parameter };
  const usedBy = usersInUpdate(update, slot);
  const atFirst = rule.memory[id.replace(/\.before$/, '')];
  if (!update.run.program.graph.values.get(id)!.equation) return { step, madeOf: [], usedBy, atFirst };
  const made = madeOf(update, { pass: 'forward', t: 0, id }, slot.element, true);
  return { step, madeOf: made.flatMap((each) => asOfModel(update, each)), usedBy };
}

const everyNext = (model: NamedRun): Found[] =>
  model.run.program.graph.parameters.map(({ id }) => ({ model, slot: { kind: 'next', instance: inUpdate(id) } }));

/** What is written into the equation that needs it is passed over: the rules compute element by element. */
export function usersInUpdate(update: UpdateOf, { instance: { id }, element }: Slot): Found[] {
  const users = (of: string): string[] =>
    update.run.program.graph.uses
      .get(of)!
      .flatMap(({ user }) => (update.named(user.id).quantity?.folds ? users(user.id) : user.id));
  return [...new Set(users(id))].flatMap((user) => {
    const isSingle = element !== undefined && update.shape(user).length > 0;
    return asOfModel(update, { kind: 'value', instance: inUpdate(user), ...(isSingle ? { element } : {}) });
  });
}

/** θ, ∂L/∂θ and the new θ are numbers of the model. */
const asOfModel = (update: UpdateOf, slot: Slot): Found[] => {
  const found = slotOf(update.model, slotAddress(update, slot) ?? '');
  return found ? [found] : [];
};

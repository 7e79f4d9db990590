/** Where a number comes from and where it goes, read off the formulas it stands in. */
import { isHeld } from '#lib/engine/edits.ts';
import type { Instance } from '#lib/engine/instances.ts';
import { ledger } from '#lib/engine/ledger.ts';
import type { Pass, Step } from '#lib/engine/steps.ts';
import { sizeOf } from '#lib/engine/shapes.ts';
import { partsOf, type Tex } from '#lib/engine/tex.ts';
import { elementFormula } from './element.ts';
import { formulaOf } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { slotAddress, type Slot } from './slot.ts';
import { slotOf } from './slot-of.ts';
import { updateOf } from './update-of.ts';

export interface Origin {
  /** The step that finds it; null: it is given. */
  readonly step: Step | null;
  readonly madeOf: readonly Slot[];
  readonly usedBy: readonly Slot[];
}

const passOf: Readonly<Record<Slot['kind'], Pass>> = {
  value: 'forward',
  gradient: 'backward',
  share: 'backward',
  next: 'update',
};

export function originOf(model: NamedRun, slot: Slot, steps: readonly Step[]): Origin {
  const { id, t } = slot.instance;
  const pass = passOf[slot.kind];
  const step = steps.find((each) => each.pass === pass && each.id === id && each.t === t) ?? null;
  return {
    step,
    madeOf: step ? madeOf(model, step, slot.element) : [],
    usedBy:
      slot.kind === 'value' ? usersOf(model, slot) : slot.kind === 'gradient' ? receiversOf(model, slot, steps) : [],
  };
}

function madeOf(model: NamedRun, step: Step, element: number | undefined): Slot[] {
  if (step.pass === 'forward' && isHeld(model.run.program, step, element)) return [];
  if (step.pass === 'update') return madeByUpdate(model, step.id, element);
  const isWhole = element === undefined && sizeOf(model.shape(step.id)) > 1;
  return slotsOf((isWhole ? formulaOf(model, step) : elementFormula(model, step, element ?? 0)).right);
}

/** Of what an update reads, the numbers that the model has, too. */
function madeByUpdate(model: NamedRun, id: string, element: number | undefined): Slot[] {
  const update = updateOf(model, id);
  const slots = update.run.program.graph.data.map(({ id: given, shape }): Slot => {
    const instance: Instance = { id: given, t: 0, sample: 0 };
    return { kind: 'value', instance, ...(shape.length > 0 && element !== undefined ? { element } : {}) };
  });
  return slots.flatMap((slot) => slotOf(model, slotAddress(update, slot) ?? '') ?? []);
}

/** The places in a formula, each once. */
function slotsOf(tex: Tex): Slot[] {
  const found = tex.kind === 'atom' ? (tex.slot ? [tex.slot as Slot] : []) : partsOf(tex).flatMap(slotsOf);
  return [...new Map(found.map((slot) => [keyOf(slot), slot])).values()];
}

const keyOf = ({ kind, instance: { id, t, sample }, element }: Slot): string => [kind, id, t, sample, element].join();

/** A value is used by the equations that read it. */
function usersOf(model: NamedRun, { instance: { id, t, sample } }: Slot): Slot[] {
  return once(ledger(model.run, id, t, sample).flatMap(({ user }) => user ?? [])).map((instance) => ({
    kind: 'value',
    instance,
  }));
}

/** A gradient is handed on to what its equation reads, data that no gradient is taken of left out. */
function receiversOf(model: NamedRun, { instance: { id, t, sample } }: Slot, steps: readonly Step[]): Slot[] {
  const { equation } = model.run.program.graph.values.get(id)!;
  if (!equation || (t === 0 && model.isOnTime(id))) return [];
  const isGathered = (each: Instance): boolean => steps.some((step) => step.pass === 'backward' && step.id === each.id);
  const { instances } = model.run.operands(equation, t, sample);
  return once(instances.filter(isGathered)).map((instance) => ({ kind: 'gradient', instance }));
}

const once = (instances: readonly Instance[]): Instance[] => [
  ...new Map(instances.map((instance) => [`${instance.id}@${instance.t}#${instance.sample}`, instance])).values(),
];

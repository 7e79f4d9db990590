/** Where a number comes from and where it goes, read off the formulas it stands in. */
import type { Instance } from '#lib/engine/instances.ts';
import { ledger } from '#lib/engine/ledger.ts';
import type { Step } from '#lib/engine/steps.ts';
import { madeOf } from './made-of.ts';
import type { NamedRun } from './named-run.ts';
import { originInUpdate, usersInUpdate } from './origin-in-update.ts';
import type { Slot } from './slot.ts';
import type { Found } from './slot-of.ts';
import { inUpdate, UpdateOf, updateOf } from './update-of.ts';

export interface Origin {
  /** The step that finds it; null: it is given. */
  readonly step: Step | null;
  readonly madeOf: readonly Found[];
  readonly usedBy: readonly Found[];
  /** What an update's rule has remembered since the one before: what it is before the first. */
  readonly atFirst?: number;
}

export function originOf({ model, slot }: Found, steps: readonly Step[]): Origin {
  const { id, t } = slot.instance;
  if (model instanceof UpdateOf) return originInUpdate(model, slot);
  if (slot.kind === 'next') return originInUpdate(updateOf(model, id), { ...slot, instance: inUpdate('next') });
  const pass = slot.kind === 'value' ? 'forward' : 'backward';
  const step = steps.find((each) => each.pass === pass && each.id === id && each.t === t) ?? null;
  const { through, numbers: _, ...whole } = slot;
  const made = step ? madeOf(model, step, slot.element, false, through) : [];
  return { step, madeOf: placed(model, made), usedBy: through ? placed(model, [whole]) : usedBy(model, slot, steps) };
}

const placed = (model: NamedRun, slots: readonly Slot[]): Found[] => slots.map((slot) => ({ model, slot }));

/** The gradient of a parameter is there for its update. */
function usedBy(model: NamedRun, slot: Slot, steps: readonly Step[]): Found[] {
  const { id, t } = slot.instance;
  if (slot.kind === 'value') return placed(model, usersOf(model, slot));
  if (slot.kind !== 'gradient') return [];
  if (!model.isParameter(id) || t > 0) return placed(model, receiversOf(model, slot, steps));
  return usersInUpdate(updateOf(model, id), { ...slot, instance: inUpdate('gradient') });
}

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

import { namedAs, nameOf, type Named } from '#lib/cells/names.ts';
import type { Notation } from '#lib/cells/notation.ts';
import { updateQuantities } from '#lib/cells/update-names.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { formatAddress } from '#lib/stepper/address.ts';
import { NamedRun } from './named-run.ts';
import type { NumberStyle } from './number.ts';
import { symbolKinds } from './symbol.ts';

/** What the rule's equations call a number that the model has, too. */
const ofModel = { parameter: 'value', gradient: 'gradient', next: 'next' } as const;
type OfModel = keyof typeof ofModel;

const isOfModel = (id: string): id is OfModel => Object.hasOwn(ofModel, id);

/** The update of one parameter that comes next: the rule's equations, named for the parameter they are applied to. */
export class UpdateOf extends NamedRun {
  /** Whose parameter it is, and which one. */
  readonly model: NamedRun;
  readonly parameter: string;

  constructor(model: NamedRun, parameter: string) {
    super(model.cell, model.updater.next(parameter), model.updater, model.notation);
    this.model = model;
    this.parameter = parameter;
  }

  override named(id: string): Named {
    if (!isOfModel(id)) return namedAs(updateQuantities[id], this.notation);
    const { name, symbol, slot } = nameOf(this.cell, this.parameter, this.notation);
    const kind = ofModel[id];
    return { name, symbol: symbolKinds[kind](symbol), slot };
  }

  override inNotation(notation: Notation): NamedRun {
    return updateOf(this.model.inNotation(notation), this.parameter);
  }

  override style(id: string): NumberStyle {
    if (!isOfModel(id)) return super.style(id);
    return id === 'parameter' ? this.model.style(this.parameter) : {};
  }

  /** No library's parameters hold what a rule computes. */
  override storage(): undefined {
    return undefined;
  }

  /** θ, ∂L/∂θ and the new θ are numbers of the model, the settings those of all updates; the rest is of this one: `W.f/velocity`. */
  override address({ id }: Pick<Instance, 'id' | 't'>): string | undefined {
    if (isOfModel(id)) return this.model.address({ id: this.parameter, t: 0 }, ofModel[id]);
    if (Object.hasOwn(this.updater.rule.settings, id)) return id;
    return formatAddress({ run: this.parameter, views: [], quantity: id, index: [] });
  }
}

const known = new WeakMap<NamedRun, Map<string, UpdateOf>>();

/** The update of parameter `id`, computed when it is first asked for. */
export function updateOf(model: NamedRun, id: string): UpdateOf {
  const updates = known.get(model) ?? new Map<string, UpdateOf>();
  known.set(model, updates);
  const update = updates.get(id) ?? new UpdateOf(model, id);
  updates.set(id, update);
  return update;
}

/** Where the equations of a step stand: an update has its own. */
export const modelAt = (model: NamedRun, { pass, id }: Pick<Step, 'pass' | 'id'>): NamedRun =>
  pass === 'update' ? updateOf(model, id) : model;

/** A value of an update, which has no time. */
export const inUpdate = (id: string): Instance => ({ id, t: 0, sample: 0 });

import type { Quantity } from '#lib/cells/cell.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Address, Spot, View } from '#lib/stepper/address.ts';
import type { Fill } from './fill.ts';
import { Progress } from './progress.ts';
import { scalesOf, type Scales } from './scales.ts';

/** What drawings of one run share: the order of its steps, its scales, the dress of its values. Independent of the step. */
export class Subject {
  readonly model: NamedRun;
  readonly progress: Progress;
  readonly scales: Scales;
  /** The cell's own values, in the order in which they are computed. */
  readonly ids: readonly string[];

  constructor(model: NamedRun) {
    this.model = model;
    this.ids = Object.keys(model.cell.quantities);
    this.progress = new Progress(model.run.program);
    this.scales = scalesOf(model.run, [...this.ids, 'input']);
  }

  get #graph() {
    return this.model.run.program.graph;
  }

  quantity(id: string): Quantity | undefined {
    return (this.model.cell.quantities as Record<string, Quantity>)[id];
  }

  /** In the order in which they are computed. */
  get states(): readonly string[] {
    return this.ids.filter((id) => this.isState(id));
  }

  isState(id: string): boolean {
    return Object.values(this.model.cell.states).includes(id);
  }

  /** A value without a badge of its own that is something times a gate: the gate leaves its pattern. */
  fillOf(id: string): Fill {
    const { slot } = this.model.named(id);
    const equation = this.#graph.values.get(id)?.equation;
    const isProduct = equation?.operation === 'multiply' && !this.quantity(id)?.badge;
    const gate = isProduct ? equation.operands.find((operand) => this.quantity(operand.id)?.fraction) : undefined;
    return { colour: slot, pattern: gate ? this.model.named(gate.id).slot : slot };
  }

  /** Where a value stands in time, if it does. */
  spotOf(id: string, t: number): Spot {
    return { quantity: id, ...(this.model.isOnTime(id) ? { t } : {}) };
  }

  addressOf(id: string, t: number, views: readonly View[] = []): Address {
    return { views, ...this.spotOf(id, t), index: [] };
  }

  /** The timestep to show at a step. */
  timestepOf(step: Step): number {
    return this.progress.timestepOf(step, this.#graph.values);
  }
}

const subjects = new WeakMap<NamedRun, Subject>();

/** One for every run, so that a step costs nothing of it. A run that is computed anew is another `NamedRun`. */
export function subjectOf(model: NamedRun): Subject {
  const known = subjects.get(model) ?? new Subject(model);
  subjects.set(model, known);
  return known;
}

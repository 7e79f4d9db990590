import type { Graph } from '#lib/engine/equations.ts';
import type { Program } from '#lib/engine/program.ts';
import { stepsOf, type Pass, type Step } from '#lib/engine/steps.ts';
import { cursorText, findStep } from './cursor.ts';

/** A walk through the steps of a program. What is shown is a function of `step`; nothing is animated into a state. */
export class Stepper {
  readonly steps: readonly Step[];
  readonly #values: Graph['values'];
  #index = $state(0);

  constructor(program: Program) {
    this.steps = stepsOf(program);
    this.#values = program.graph.values;
  }

  /** Counts from 0; a value outside is moved to the nearest end. */
  get index(): number {
    return this.#index;
  }

  set index(wanted: number) {
    this.#index = Math.min(Math.max(Math.round(wanted) || 0, 0), this.steps.length - 1);
  }

  readonly step: Step = $derived.by(() => this.steps[this.#index]);
  readonly cursor: string = $derived.by(() => cursorText(this.step, this.#values));

  next = (): void => void this.index++;
  previous = (): void => void this.index--;
  first = (): void => void (this.index = 0);
  last = (): void => void (this.index = this.steps.length - 1);

  /** To the first step of the next (1) or the previous (−1) timestep of the walk, or to its end. */
  turnTimestep(direction: 1 | -1): void {
    const here = (index: number): string => `${this.steps[index]?.pass} ${this.steps[index]?.t}`;
    let index = this.index;
    const start = (at: number): boolean => at === 0 || here(at - 1) !== here(at);
    if (direction === 1) while (index < this.steps.length - 1 && here(index) === here(this.index)) index++;
    else if (index > 0) for (index--; !start(index);) index--;
    this.index = index;
  }

  /** The same value in the other direction: from a forward step to its gradient, and back. */
  turnPass(): void {
    const other: Pass = this.step.pass === 'forward' ? 'backward' : 'forward';
    const index = this.steps.findIndex(({ pass, id, t }) => pass === other && id === this.step.id && t === this.step.t);
    if (index >= 0) this.index = index;
  }

  /** Goes to the place a link names; false if there is none such. */
  goTo(cursor: string): boolean {
    const index = findStep(this.steps, cursor);
    if (index !== null) this.index = index;
    return index !== null;
  }
}

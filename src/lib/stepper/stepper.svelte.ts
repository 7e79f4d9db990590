import type { Cell } from '#lib/cells/cell.ts';
import type { Graph } from '#lib/engine/equations.ts';
import type { Program } from '#lib/engine/program.ts';
import { stepsOf, type Pass, type Step } from '#lib/engine/steps.ts';
import { cursorText, findStep } from './cursor.ts';
import { isStop, type Zoom } from './zoom.ts';

type Direction = 1 | -1;

/** A walk through the steps of a program. What is shown is a function of its state; nothing is animated into one. */
export class Stepper {
  readonly steps: readonly Step[];
  readonly #cell: Cell;
  readonly #values: Graph['values'];
  #index = $state(0);
  #zoom: Zoom = $state('operation');
  /** The unit that element zoom and shortened arrays show; counts from 0. */
  unit = $state(0);

  constructor(program: Program, cell: Cell) {
    this.steps = stepsOf(program);
    this.#cell = cell;
    this.#values = program.graph.values;
  }

  /** Counts from 0; a value outside is moved to the nearest end. */
  get index(): number {
    return this.#index;
  }

  set index(wanted: number) {
    this.#index = Math.min(Math.max(Math.round(wanted) || 0, 0), this.steps.length - 1);
  }

  get zoom(): Zoom {
    return this.#zoom;
  }

  /** Keeps the place, or goes on to the next one there is at this zoom. */
  set zoom(zoom: Zoom) {
    this.#zoom = zoom;
    if (!this.#stopsAt(this.index, zoom)) this.move(1, zoom);
  }

  readonly step: Step = $derived.by(() => this.steps[this.#index]);
  readonly cursor: string = $derived.by(() => cursorText(this.step, this.#values));

  next = (): void => this.move(1);
  previous = (): void => this.move(-1);
  first = (): void => void (this.index = 0);
  last = (): void => void (this.index = this.steps.length - 1);

  /** To the next (1) or previous (−1) stop at this zoom; stays where there is none. */
  move(direction: Direction, zoom: Zoom = this.zoom): void {
    let index = this.index + direction;
    while (index > 0 && index < this.steps.length - 1 && !this.#stopsAt(index, zoom)) index += direction;
    if (this.steps[index]) this.index = index;
  }

  /** To the first step of the next (1) or the previous (−1) timestep of the walk, or to its end. */
  turnTimestep(direction: Direction): void {
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

  #stopsAt(index: number, zoom: Zoom): boolean {
    return isStop(this.steps, index, zoom, this.#cell);
  }
}

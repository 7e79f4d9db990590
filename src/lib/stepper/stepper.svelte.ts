import type { Cell } from '#lib/cells/cell.ts';
import type { Program } from '#lib/engine/program.ts';
import { stepsOf, type Pass, type Step } from '#lib/engine/steps.ts';
import { counterparts, cursorText, findStep, nearestStep } from './cursor.ts';
import { isStop, type Zoom } from './zoom.ts';

type Direction = 1 | -1;

/** A walk through the steps of a program. What is shown is a function of its state; nothing is animated into one. */
export class Stepper {
  #program: Program;
  #cell: Cell;
  #steps: readonly Step[] = $state.raw([]);
  #index = $state(0);
  /** Where a zoom that stops more rarely has moved the walk from, and to. */
  #movedByZoom: { readonly from: number; readonly to: number } | undefined;
  /** How far zoomed in. It says where `next` and `previous` stop, not where the walk may stand. */
  zoom: Zoom = $state('operation');
  /** The unit that element zoom and shortened arrays show; counts from 0. */
  unit = $state(0);

  constructor(program: Program, cell: Cell) {
    this.#program = program;
    this.#cell = cell;
    this.#steps = stepsOf(program);
  }

  get steps(): readonly Step[] {
    return this.#steps;
  }

  /** Walks through another program, from the same place or the nearest one there is. */
  adopt(program: Program, cell: Cell): void {
    if (program === this.#program) return;
    const { step } = this;
    this.#program = program;
    this.#cell = cell;
    this.#steps = stepsOf(program);
    this.#index = nearestStep(this.#steps, step);
    this.#movedByZoom = undefined;
  }

  /** Counts from 0; a value outside is moved to the nearest end. */
  get index(): number {
    return this.#index;
  }

  set index(wanted: number) {
    this.#index = Math.min(Math.max(Math.round(wanted) || 0, 0), this.steps.length - 1);
  }

  readonly step: Step = $derived.by(() => this.#steps[this.#index]);
  readonly cursor: string = $derived.by(() => cursorText(this.step, this.#program.graph.values));
  /** The steps of the pass that is being walked: from here, and how many. */
  readonly leg: { readonly first: number; readonly count: number } = $derived.by(() => this.legOf(this.step.pass));

  legOf(pass: Pass): { first: number; count: number } {
    const first = this.#steps.findIndex((step) => step.pass === pass);
    return { first, count: this.#steps.filter((step) => step.pass === pass).length };
  }

  next = (): void => this.move(1);
  previous = (): void => this.move(-1);
  /** To the beginning of the pass; from there to the beginning of the walk. */
  first = (): void => void (this.index = this.index === this.leg.first ? 0 : this.leg.first);
  /** To the end of the pass; from there to the end of the walk. */
  last = (): void => void (this.index = this.isAtEndOfPass ? this.steps.length - 1 : this.#endOfPass);

  get isAtEndOfPass(): boolean {
    return this.index === this.#endOfPass;
  }

  get #endOfPass(): number {
    return this.leg.first + this.leg.count - 1;
  }

  /** To the next (1) or previous (−1) stop at this zoom; stays where there is none. */
  move(direction: Direction, zoom: Zoom = this.zoom): void {
    let index = this.index + direction;
    while (index > 0 && index < this.steps.length - 1 && !this.#stopsAt(index, zoom)) index += direction;
    if (this.steps[index]) this.index = index;
  }

  /**
   * Looks from nearer or farther: at the same place, or at the next one where this zoom stops. Whoever has only looked
   * from farther away returns to the place from which they did.
   */
  zoomTo(zoom: Zoom): void {
    this.zoom = zoom;
    const moved = this.#movedByZoom;
    const from = moved && moved.to === this.index ? moved.from : this.index;
    this.index = from;
    if (!this.#stopsAt(from, zoom)) this.move(1);
    this.#movedByZoom = { from, to: this.index };
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
    this.goToPass(this.step.pass === 'forward' ? 'backward' : 'forward');
  }

  /** What is looked at now, in another pass, whatever the zoom; where that does not have it, the beginning of that pass. */
  goToPass(pass: Pass): void {
    if (pass === this.step.pass) return;
    const places = counterparts(this.step, this.#program.graph).map(({ id, t }) =>
      this.steps.findIndex((step) => step.pass === pass && step.id === id && step.t === t),
    );
    const same = places.find((place) => place >= 0);
    this.index = same ?? this.legOf(pass).first;
    if (same === undefined && !this.#stopsAt(this.index, this.zoom)) this.move(1);
  }

  goToStep({ pass, t, id }: Step): void {
    const index = this.steps.findIndex((step) => step.pass === pass && step.t === t && step.id === id);
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

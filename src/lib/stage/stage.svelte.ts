import type { Formula } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { formulasAt } from '#lib/formula/formulas-at.ts';
import { modelAt } from '#lib/formula/update-of.ts';
import { originOf, slotOf, type Origin } from '#lib/formula/origin.ts';
import { reveals, type Reveal } from '#lib/formula/reveal.ts';
import { mostShown, shownElements } from '#lib/formula/shown-elements.ts';
import type { Slot } from '#lib/formula/slot.ts';
import { formatAddress, parseAddress } from '#lib/stepper/address.ts';
import { Stepper } from '#lib/stepper/stepper.svelte.ts';
import type { LinkState } from '#lib/stepper/link.ts';
import { isFolded } from '#lib/stepper/zoom.ts';
import { subjectOf } from '#lib/visuals/drawing/subject.ts';
import { linkStateOf, stageStateOf, usual, type StageState } from './stage-state.ts';

/** Where the stage gets its numbers. */
export interface StageRuns {
  rate(setting?: string): number;
  /** The run of a setting, or of the default state, with terms of gradients left out; undefined: there is no such setting. */
  get(setting?: string, drop?: readonly string[]): NamedRun | undefined;
  /** The same after one update of its parameters. */
  updated(setting?: string, drop?: readonly string[]): NamedRun;
}

export const stageViews = ['drawing', 'charts', 'table'] as const;
export type StageView = (typeof stageViews)[number];

/** Everything the stage shows follows from this: which run, where in it, and how it is looked at. */
export class Stage {
  readonly #runs: StageRuns;
  readonly #opening: StageState;
  #setting: string | undefined = $state();
  #drop: readonly string[] = $state.raw([]);
  readonly stepper: Stepper;
  reveal: Reveal = $state('result');
  view: StageView = $state('drawing');
  /** The address of what is pointed at, here or in the prose. */
  lit: string | null = $state(null);
  /** The number whose origin is asked for, and where in the window it stands. */
  #asked: { readonly address: string; readonly at: DOMRect } | null = $state.raw(null);

  constructor(runs: StageRuns, opening: StageState) {
    this.#runs = runs;
    this.#opening = opening;
    const { run, cell } = runs.get()!;
    this.stepper = new Stepper(run.program, cell);
    this.show(opening);
  }

  readonly model: NamedRun = $derived.by(() => this.#runs.get(this.#setting, this.#drop)!);
  /** What is pointed at, at the timestep that is shown if it names none. */
  get litHere(): string | null {
    const parsed = this.lit === null ? null : parseAddress(this.lit);
    if (!parsed || !('address' in parsed)) return null;
    const { address } = parsed;
    const isEverywhere = address.t === undefined && this.model.run.program.graph.values.has(address.quantity);
    if (!isEverywhere || !this.model.isOnTime(address.quantity)) return this.lit;
    return formatAddress({ ...address, t: subjectOf(this.model).timestepOf(this.stepper.step) });
  }

  get setting(): string | undefined {
    return this.#setting;
  }

  get drop(): readonly string[] {
    return this.#drop;
  }

  /** Whether anything shown depends on which unit is chosen. */
  get showsOneUnit(): boolean {
    return this.units > 1 && (this.stepper.zoom === 'element' || this.view !== 'drawing' || this.units > mostShown);
  }

  readonly units: number = $derived.by(() => this.model.shape(this.model.cell.states.h)[0]);

  /** Where the symbols and numbers of the formulas are found. */
  get formulaModel(): NamedRun {
    return modelAt(this.model, this.stepper.step);
  }

  /** One formula, of an update one per equation that is not folded, or at element zoom the arithmetic of the chosen unit: for a matrix of its whole row. */
  readonly formulas: readonly Formula[] = $derived.by(() => {
    const { model, stepper } = this;
    const { step, zoom } = stepper;
    const elements = zoom === 'element' ? shownElements(model.shape(step.id), stepper.unit) : undefined;
    return formulasAt(model, step, { folded: isFolded(zoom), elements });
  });

  get asked(): { readonly address: string; readonly at: DOMRect } | null {
    return this.#asked;
  }

  /** Shows where a number comes from. Without a place: where the one before stood. */
  ask(address: string, at = this.#asked?.at): void {
    if (at) this.#asked = { address, at };
  }

  forget(): void {
    this.#asked = null;
  }

  readonly origin: { readonly slot: Slot; readonly origin: Origin } | null = $derived.by(() => {
    const slot = this.#asked === null ? undefined : slotOf(this.model, this.#asked.address);
    return slot ? { slot, origin: originOf(this.model, slot, this.stepper.steps) } : null;
  });

  /** Shows what a scene or a link asks for; returns the parts of it that there are not. */
  show(wanted: StageState): string[] {
    const { at, zoom, unit, reveal, setting, drop } = { ...usual, ...wanted };
    const { stepper } = this;
    this.#setting = this.#runs.get(setting) ? setting : undefined;
    this.#drop = this.#runs.get(this.#setting, drop) ? drop : [];
    this.forget();
    this.reveal = reveal;
    stepper.adopt(this.model.run.program, this.model.cell);
    const hasPlace = stepper.goTo(at);
    stepper.unit = unit < this.units ? unit : 0;
    stepper.zoom = zoom;
    return [
      ...(hasPlace ? [] : [at]),
      ...(stepper.unit === unit ? [] : [`unit=${unit + 1}`]),
      ...(this.#setting === setting ? [] : [`setting=${setting}`]),
      ...(this.#drop === drop ? [] : [`drop=${drop.join(';')}`]),
    ];
  }

  get state(): StageState {
    const { cursor, zoom, unit } = this.stepper;
    return { at: cursor, zoom, unit, reveal: this.reveal, setting: this.#setting, drop: this.#drop };
  }

  get linkState(): LinkState {
    return linkStateOf(this.state, this.#opening);
  }

  adopt(link: LinkState): string[] {
    const { state, bad } = stageStateOf(link, this.#opening);
    return [...bad, ...this.show(state)];
  }

  /** Leaves a term out of a gradient, by the address of its ledger entry, or takes it in again. */
  toggleDrop(entry: string): void {
    const isOut = this.#drop.includes(entry);
    const drop = isOut ? this.#drop.filter((each) => each !== entry) : [...this.#drop, entry];
    this.show({ ...this.state, drop });
  }

  /** Shows the next part of the formula; after the last, the next step's symbols. */
  advance(): void {
    const place = reveals.indexOf(this.reveal);
    this.reveal = reveals[(place + 1) % reveals.length];
    if (place === reveals.length - 1) this.stepper.next();
  }

  /** Symbols alone, or with their numbers. */
  hideNumbers(): void {
    this.reveal = this.reveal === 'symbols' ? 'result' : 'symbols';
  }
}

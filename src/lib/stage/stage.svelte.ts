import type { Notation } from '#lib/cells/notation.ts';
import { indexOfElement } from '#lib/engine/shapes.ts';
import type { Formula } from '#lib/formula/formula.ts';
import { formulasAt } from '#lib/formula/formulas-at.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { reveals, type Reveal } from '#lib/formula/reveal.ts';
import { mostShown, shownElements } from '#lib/formula/shown-elements.ts';
import { loadSymbols } from '#lib/formula/symbol-html.ts';
import { slotOf } from '#lib/formula/slot-of.ts';
import { modelAt } from '#lib/formula/update-of.ts';
import { formatAddress, parseAddress } from '#lib/stepper/address.ts';
import { Stepper } from '#lib/stepper/stepper.svelte.ts';
import type { LinkState } from '#lib/stepper/link.ts';
import { isFolded } from '#lib/stepper/zoom.ts';
import { subjectOf } from '#lib/visuals/drawing/subject.ts';
import { loadOtherModels } from '#lib/workbench/other-models.ts';
import { Workbench, type Bases } from '#lib/workbench/workbench.svelte.ts';
import { isGivenChoice, isGivenNumber } from '#lib/workbench/change/numbers/given-choice.ts';
import { placeOf } from '#lib/workbench/gradient-check/place.ts';
import { linkStateOf, stageStateOf, usual, variationOf, type StageState } from './stage-state.ts';
import { usualChoices, type StageView, type ViewState } from './view-state.ts';

interface Asked {
  readonly address: string;
  /** Where in the window it stands. */
  readonly at: DOMRect;
  /** Whose number it is, where that is not the one on the stage: a text keeps its own. */
  readonly model?: NamedRun;
}

/** Everything the stage shows follows from this: which numbers, where in their walk, and how they are looked at. */
export class Stage {
  readonly #opening: StageState;
  readonly bench: Workbench;
  readonly stepper: Stepper;
  #notation: Notation = $state('course');
  #written: Notation = $state('course');
  reveal: Reveal = $state('result');
  view: StageView = $state('drawing');
  readonly choices = $state({ ...usualChoices });
  /** The address of what is pointed at, here or in the prose. */
  lit: string | null = $state(null);
  /** On a small screen: it covers the words, with every control there is. */
  isWhole = $state(false);
  /** What has become of something the reader has just done, to be said aloud. */
  outcome = $state('');
  /** The number whose origin is asked for, and where in the window it stands. */
  #asked: Asked | null = $state.raw(null);

  #doubted: { readonly address: string; readonly index: number } | null = $state.raw(null);

  constructor(bases: Bases, opening: StageState) {
    this.#opening = opening;
    this.bench = new Workbench(bases, (model) => this.#walkThrough(model));
    this.stepper = new Stepper(this.model.run.program, this.model.cell);
    this.show(opening);
  }

  readonly model: NamedRun = $derived.by(() => this.bench.model.inNotation(this.#written));

  /** Whose symbols formulas are to be written in. */
  get notation(): Notation {
    return this.#notation;
  }

  /** Another notation is shown as soon as its symbols are there; if they cannot be had, the one that is shown stays chosen. */
  async write(notation: Notation): Promise<void> {
    this.#notation = notation;
    const isThere = await loadSymbols(notation).then(
      () => true,
      () => false,
    );
    if (this.#notation !== notation) return;
    if (isThere) this.#written = notation;
    else this.#notation = this.#written;
  }

  /** Another model is walked through from the same place, or the nearest one there is. */
  #walkThrough({ run, cell }: NamedRun): void {
    this.forget();
    this.#doubted = null;
    this.stepper.adopt(run.program, cell);
    if (this.stepper.unit >= this.units) this.stepper.unit = 0;
    if (!isGivenChoice(run.program, this.choices.given)) this.choices.given = usualChoices.given;
    if (!isGivenNumber(run, this.choices.slider)) this.choices.slider = usualChoices.slider;
  }

  /** What is pointed at, at the timestep that is shown if it names none. */
  get litHere(): string | null {
    const parsed = this.lit === null ? null : parseAddress(this.lit);
    if (!parsed || !('address' in parsed)) return null;
    const { address } = parsed;
    const isEverywhere = address.t === undefined && this.model.run.program.graph.values.has(address.quantity);
    if (!isEverywhere || !this.model.isOnTime(address.quantity)) return this.lit;
    return formatAddress({ ...address, t: subjectOf(this.model).timestepOf(this.stepper.step) });
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

  /** Whether formulas are: whatever speaks of their terms calls them as they do. */
  get isFolded(): boolean {
    return isFolded(this.stepper.zoom);
  }

  /** One formula, of an update one per equation, or at element zoom the arithmetic of the chosen unit: for a matrix of its whole row. */
  readonly formulas: readonly Formula[] = $derived.by(() => {
    const { model, stepper } = this;
    const { step, zoom } = stepper;
    const elements = zoom === 'element' ? shownElements(model.shape(step.id), stepper.unit) : undefined;
    return formulasAt(model, step, { folded: this.isFolded, elements });
  });

  get asked(): Asked | null {
    return this.#asked;
  }

  /** Shows where a number comes from, if any formula holds it. */
  ask(address: string, at: DOMRect, model?: NamedRun): void {
    if (slotOf(model ?? this.model, address)) this.#asked = { address, at, model };
  }

  /** Doubts a gradient: it is checked until the walk goes on. */
  doubt(address: string): void {
    this.#doubt(address);
    this.view = 'check';
    this.forget();
  }

  #doubt = (address: string): void => void (this.#doubted = { address, index: this.stepper.index });

  /** The gradient that was asked for, as long as the walk stays. */
  get #doubtedHere(): string | undefined {
    return this.#doubted?.index === this.stepper.index ? this.#doubted.address : undefined;
  }

  /** The gradient that is checked: one that was asked for, else that of the step, of the chosen unit. */
  readonly doubted: string = $derived.by(() => {
    const { step, unit } = this.stepper;
    if (this.#doubtedHere !== undefined) return this.#doubtedHere;
    const shape = this.model.shape(step.id);
    const [element] = shownElements(shape, unit);
    const places = indexOfElement(shape, element).map((place) => `[${place}]`);
    return `${this.model.address(step, 'gradient')}${places.join('')}`;
  });

  forget(): void {
    this.#asked = null;
  }

  /** A link has led to what this scene tells of. */
  comeTo(scene: StageState): void {
    this.bench.comeTo(scene, variationOf(scene));
  }

  /** Goes where a scene stands. What the reader has changed stays, unless the scene has numbers of its own. */
  showScene(scene: StageState): void {
    this.bench.goHome(scene, variationOf(scene));
    this.#look(scene);
  }

  /** Shows all that a link, or the page as it opens, asks for; returns the parts of it that there are not. */
  show(wanted: StageState): string[] {
    const bad = this.bench.become(wanted, variationOf(wanted));
    void this.write(wanted.notation ?? usual.notation);
    return [...this.#look(wanted), ...this.#view({ ...usual, ...wanted }), ...bad];
  }

  #view({ view, check, epsilon, framework, extent, given, slider }: ViewState): string[] {
    const { run } = this.model;
    this.view = view;
    this.#doubted = null;
    const isThere = {
      check: check === undefined || placeOf(this.model, check) !== undefined,
      given: isGivenChoice(run.program, given),
      slider: slider === usualChoices.slider || isGivenNumber(run, slider),
    };
    if (check !== undefined && isThere.check) this.#doubt(check);
    Object.assign(this.choices, { epsilon, framework, extent });
    this.choices.given = isThere.given ? given : usualChoices.given;
    this.choices.slider = isThere.slider ? slider : usualChoices.slider;
    const asked = { check, given, slider };
    return (['check', 'given', 'slider'] as const).flatMap((name) => (isThere[name] ? [] : `${name}=${asked[name]}`));
  }

  #look(wanted: StageState): string[] {
    const { at, zoom, unit, reveal } = { ...usual, ...wanted };
    const { stepper } = this;
    this.forget();
    this.reveal = reveal;
    const hasPlace = stepper.goTo(at);
    if (!hasPlace) stepper.goTo(this.#opening.at);
    stepper.unit = unit < this.units ? unit : 0;
    stepper.zoom = zoom;
    return [...(hasPlace ? [] : [at]), ...(stepper.unit === unit ? [] : [`unit=${unit + 1}`])];
  }

  /** Whether it still stands where a scene put it, whatever the numbers are by now. */
  isAt(scene: StageState): boolean {
    const { at, zoom, unit, reveal } = { ...usual, ...scene };
    const { stepper } = this;
    const isSame = stepper.zoom === zoom && stepper.unit === unit && this.reveal === reveal;
    return isSame && stepper.cursor === at && this.bench.isFrom(scene);
  }

  get state(): StageState {
    const { cursor, zoom, unit } = this.stepper;
    const { origins, variation } = this.bench;
    const { reveal, notation, view, choices } = this;
    const looks = { at: cursor, zoom, unit, reveal, notation, view, check: this.#doubtedHere, ...choices };
    return { ...looks, ...origins, ...variation };
  }

  get linkState(): LinkState {
    return linkStateOf(this.state, this.#opening);
  }

  /** What a link needs that the page does not bring along. */
  prepare(link: LinkState): Promise<void> | undefined {
    return link.model === undefined && link.preset === undefined ? undefined : loadOtherModels();
  }

  adopt(link: LinkState): string[] {
    const { state, bad } = stageStateOf(link, this.#opening);
    return [...bad, ...this.show(state)];
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

import type { NamedRun } from '#lib/formula/named-run.ts';
import { otherModel } from './other-models.ts';
import { History } from './history.svelte.ts';
import { originsOf, type Origins } from './origins.ts';
import { atEveryTimestep, mostUpdates, unvaried, type Numbers, type Variation } from './variation.ts';
import { variationParts } from './variation-text.ts';
import { originalAt, parametersSince, vary, type Base, type Varied } from './vary.ts';

/** The models of a lesson; undefined: it has no such setting. */
export type Bases = (setting?: string) => Base | undefined;

interface Numbered {
  readonly origins: Origins;
  readonly variation: Variation;
}

const isSame = (one: Numbered, other: Numbered): boolean => textOf(one) === textOf(other);
const textOf = ({ origins, variation }: Numbered): string => JSON.stringify([origins, variationParts(variation)]);

/** The numbers that are looked at, and everything that a reader may do to them. */
export class Workbench {
  readonly #bases: Bases;
  readonly #onmodel: (model: NamedRun) => void;
  readonly history = new History<Numbered>();
  #now: Numbered = $state.raw({ origins: {}, variation: unvaried });
  /** What the lesson shows here: where `reset` leads. */
  #home: Numbered = $state.raw({ origins: {}, variation: unvaried });
  /** Of the text of a preset or of a file: as long as that is the same, so is the base. */
  #made: { readonly text: string; readonly base: Base | undefined } | undefined;

  /** @param onmodel told when another model is looked at, not when the same one gets other numbers */
  constructor(bases: Bases, onmodel: (model: NamedRun) => void) {
    this.#bases = bases;
    this.#onmodel = onmodel;
  }

  readonly base: Base = $derived.by(() => this.#baseOf(this.#now.origins) ?? this.#bases()!);
  readonly varied: Varied = $derived.by(() => vary(this.base, this.#now.variation));

  get model(): NamedRun {
    return this.varied.model;
  }

  get origins(): Origins {
    return this.#now.origins;
  }

  get variation(): Variation {
    return this.#now.variation;
  }

  /** Whether the network is one of the lesson's, whatever has been changed of its numbers. */
  get isLessons(): boolean {
    return this.origins.preset === undefined && this.origins.model === undefined;
  }

  isFrom(origins: Origins): boolean {
    return JSON.stringify(originsOf(origins)) === JSON.stringify(this.origins);
  }

  /** Whether the reader has changed anything. */
  get isVaried(): boolean {
    return !isSame(this.#now, this.#home);
  }

  /** Whether every number is one: too large a learning rate leads to none. */
  get isFinite(): boolean {
    return Number.isFinite(this.model.run.loss) && this.model.run.parameters.values.every(Number.isFinite);
  }

  /** What a number was before the reader changed it, at an address that `set` may name. */
  original(address: string): number | undefined {
    return originalAt(this.base, address, this.variation.rule);
  }

  /** Shows given numbers; returns the parts that there are not, which are left out. What the reader had changed can be had again. */
  become(origins: Origins, variation: Variation): string[] {
    const before = this.#now;
    const wasVaried = this.isVaried;
    const bad = this.#become(origins, variation);
    if (wasVaried && !isSame(before, this.#now)) this.history.remember(before);
    return bad;
  }

  #become(origins: Origins, variation: Variation): string[] {
    const known = this.#baseOf(origins) ? originsOf(origins) : {};
    const bad =
      JSON.stringify(known) === JSON.stringify(originsOf(origins))
        ? []
        : Object.entries(originsOf(origins)).map((part) => part.join('='));
    const base = this.#baseOf(known)!;
    const { kept, bad: badParts } = vary(base, variation);
    this.#show({ origins: known, variation: kept });
    return [...bad, ...badParts];
  }

  /** A link has led to where the lesson has numbers of its own: if they are these, nobody has changed them. */
  comeTo(origins: Origins, variation: Variation): void {
    if (!this.isFrom(origins)) return;
    const lacksTheSame = variation.drop.join() === this.variation.drop.join();
    this.#home = { origins: originsOf(origins), variation: lacksTheSame ? variation : unvaried };
  }

  /** The lesson comes to other numbers of its own; what the reader has changed stays where those are the same. */
  goHome(origins: Origins, variation: Variation): void {
    const home = { origins: originsOf(origins), variation };
    const stays = this.isVaried && JSON.stringify(home.origins) === JSON.stringify(this.#home.origins);
    if (this.isVaried && !stays) this.history.remember(this.#now);
    this.#home = home;
    this.#show(stays ? { ...this.#now, variation: { ...this.variation, drop: variation.drop } } : home);
  }

  /** @param gesture several changes of one gesture, such as the drag of a slider, are undone as one */
  change(change: Partial<Variation>, gesture?: string): void {
    this.#remember(gesture);
    this.#show({ ...this.#now, variation: { ...this.variation, ...change } });
  }

  /** Gives numbers to what is given and not computed, by address. */
  set(numbers: Numbers, gesture?: string): void {
    const settled = this.#settled();
    const set = Object.entries({ ...settled.set, ...numbers }).filter(([address, to]) => this.original(address) !== to);
    this.change({ ...settled, set: Object.fromEntries(set) }, gesture);
  }

  /** Holds a value at a number; null: lets it go. */
  hold(address: string, to: number | null, gesture?: string): void {
    const { [address]: _, ...others } = this.variation.hold;
    this.change({ hold: to === null ? others : { ...others, [address]: to } }, gesture);
  }

  /** Leaves a term out of a gradient, by the address of its ledger entry, or takes it in again. */
  toggleDrop(entry: string): void {
    const { drop } = this.variation;
    const others = drop.filter((each) => each !== entry && each !== atEveryTimestep(entry));
    this.change({ drop: others.length < drop.length ? others : [...drop, entry] });
  }

  /** Leaves the same term out at every timestep instead of a single one. */
  dropEverywhere(entry: string): void {
    const everywhere = atEveryTimestep(entry);
    const others = this.variation.drop.filter((each) => atEveryTimestep(each) !== everywhere);
    this.change({ drop: [...others, everywhere] });
  }

  /** Another way to learn begins with the parameters as they are now. */
  learnBy(rule: Variation['rule']): void {
    this.change({ ...this.#settled(), rule });
  }

  update(times: number): void {
    this.change({ updates: Math.min(Math.max(this.variation.updates + times, 0), mostUpdates) });
  }

  /** Looks at another model, from which nothing has been changed yet. Others than the lesson's are to be loaded before. */
  open(origins: Origins): void {
    this.#remember();
    this.#become(origins, unvaried);
  }

  reset(): void {
    this.#remember();
    this.#show(this.#home);
  }

  undo(): void {
    const before = this.history.undo(this.#now);
    if (before) this.#show(before);
  }

  redo(): void {
    const after = this.history.redo(this.#now);
    if (after) this.#show(after);
  }

  /**
   * With the parameters as they are now as given ones: whoever changes a number after some updates wants to see what
   * follows from it now, not what would have been had it been so from the beginning. What are no longer numbers cannot be
   * given: then it goes on from before the updates that led there.
   */
  #settled(): Variation {
    if (this.variation.updates === 0) return this.variation;
    if (!this.isFinite) return { ...this.variation, updates: 0 };
    const set = { ...this.variation.set, ...parametersSince(this.base, this.model.run) };
    return { ...this.variation, set, updates: 0 };
  }

  #remember(gesture?: string): void {
    this.history.remember(this.#now, gesture);
  }

  #show(wanted: Numbered): void {
    const { base } = this;
    this.#now = wanted;
    if (this.base !== base) this.#onmodel(this.model);
  }

  #baseOf(origins: Origins): Base | undefined {
    const { setting, preset, model } = origins;
    const text = model ?? preset;
    if (text === undefined) return this.#bases(setting);
    // A text that stands for nothing is not read again either.
    if (this.#made?.text !== text) this.#made = { text, base: otherModel(origins) };
    return this.#made.base;
  }
}

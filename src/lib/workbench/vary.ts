/** From a model and what a reader has changed of it to its numbers. */
import { cellOf } from '#lib/cells/at-hand.ts';
import { modelRun } from '#lib/cells/model-file/build.ts';
import type { ModelFile } from '#lib/cells/model-file/model-file.ts';
import { checkEdits, type Drop, type Edits, type Hold } from '#lib/engine/edits.ts';
import { ledger } from '#lib/engine/ledger.ts';
import type { Run } from '#lib/engine/run.ts';
import { indexOfElement, sizeOf } from '#lib/engine/shapes.ts';
import { Updater, updateRules, type UpdateRuleName } from '#lib/engine/updates.ts';
import { NamedRun } from '#lib/formula/named-run.ts';
import { formatAddress, parseAddress, type Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';
import { mostUpdates, unvaried, type Numbers, type Variation } from './variation.ts';

/** What a variation starts from. */
export interface Base {
  readonly model: ModelFile;
  readonly rate: number;
  /** Updates, by gradient descent, that its parameters have behind them. */
  readonly updates?: number;
  /** Addresses of ledger entries that its gradients lack. */
  readonly drop?: readonly string[];
}

export interface Varied {
  readonly model: NamedRun;
  /** The loss before the first of the reader's updates, after it, and so on. */
  readonly losses: readonly number[];
  /** The variation without what means nothing here, and that, as a link writes it. */
  readonly kept: Variation;
  readonly bad: readonly string[];
}

export function vary(base: Base, variation: Variation = unvaried): Varied {
  const start = startOf(base);
  const read = meaningOf(start, variation);
  const dropped = [...dropsOf(start, base.drop ?? []).drops, ...read.edits.dropped];
  const run = modelRun(base.model, { held: read.edits.held, dropped }, (fresh) => {
    copyParameters(start, fresh);
    for (const { address, to } of read.places) numberAt(fresh, address)[0] = to;
  });
  const rule = Object.hasOwn(updateRules, variation.rule) ? variation.rule : unvaried.rule;
  const updater = new Updater(run, rule, { ...usualSettings(base, rule), ...settingsFor(rule, variation) });
  const losses = [run.loss];
  for (let done = 0; done < Math.min(variation.updates, mostUpdates); done++) {
    updater.apply();
    losses.push(run.forward().backward().loss);
  }
  return { model: new NamedRun(cellOf(base.model.cell), run, updater), losses, kept: read.kept, bad: read.bad };
}

const starts = new WeakMap<Base, Run>();

/** The base by itself, after its own updates; no more is needed of it than once. */
function startOf(base: Base): Run {
  const known = starts.get(base);
  if (known) return known;
  const plain = modelRun(base.model);
  const { drops } = dropsOf(plain, base.drop ?? []);
  const run = drops.length ? modelRun(base.model, { dropped: drops }) : plain;
  const updater = new Updater(run, 'sgd', { rate: base.rate });
  for (let done = 0; done < (base.updates ?? 0); done++) {
    updater.apply();
    run.forward().backward();
  }
  starts.set(base, run);
  return run;
}

function copyParameters(from: Run, to: Run): void {
  for (const { id } of from.program.graph.parameters) to.value(id).set(from.value(id));
}

/** Settings of the rules, such as the learning rate, are set like everything else, and kept when the rule changes. */
const isSetting = (address: string): boolean =>
  Object.values(updateRules).some(({ settings }) => Object.hasOwn(settings, address));

/** A lesson's rate is one for plain descent; Adam's steps do not grow with the gradient. */
const usualSettings = ({ rate }: Base, rule: UpdateRuleName): Record<string, number> =>
  rule === 'adam' ? {} : { rate };

const settingsFor = (rule: UpdateRuleName, { set }: Variation) =>
  Object.fromEntries(Object.entries(set).filter(([id]) => Object.hasOwn(updateRules[rule].settings, id)));

interface Meaning {
  readonly places: readonly { readonly address: Address; readonly to: number }[];
  readonly edits: Edits;
  readonly kept: Variation;
  readonly bad: readonly string[];
}

function meaningOf(run: Run, variation: Variation): Meaning {
  const { set, hold, drop } = variation;
  const bad: string[] = [];
  const places = Object.entries(set).flatMap(([text, to]) => {
    if (isSetting(text) && Number.isFinite(to)) return [];
    const address = placeToSet(run, text);
    if (address && Number.isFinite(to)) return [{ address, to }];
    bad.push(`set=${text}:${to}`);
    return [];
  });
  const held = Object.entries(hold).flatMap(([text, to]) => {
    const found = holdOf(run, text, to);
    if (!found) bad.push(`hold=${text}:${to}`);
    return found ?? [];
  });
  const { drops, bad: badDrops } = dropsOf(run, drop);
  const refused = new Set([...bad, ...badDrops]);
  const isKept =
    (name: string) =>
    ([text, to]: [string, number]) =>
      !refused.has(`${name}=${text}:${to}`);
  const keptOf = (name: string, numbers: Numbers): Numbers =>
    Object.fromEntries(Object.entries(numbers).filter(isKept(name)));
  const kept = {
    ...variation,
    set: keptOf('set', set),
    hold: keptOf('hold', hold),
    drop: drop.filter((text) => !refused.has(`drop=${text}`)),
  };
  return { places, edits: { held, dropped: drops }, kept, bad: [...bad, ...badDrops] };
}

/** A single number that is given and not computed: a parameter, an input, a target, an initial state. */
export function placeToSet(run: Run, text: string): Address | undefined {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return undefined;
  const { address } = parsed;
  if (address.views.length || address.user || address.sample !== undefined) return undefined;
  const reading = readAddress(run, address);
  if ('problem' in reading || sizeOf(reading.shape) !== 1) return undefined;
  const { role, axis } = run.program.graph.values.get(address.quantity)!;
  return role === 'equation' && (axis !== 'step' || address.t !== 0) ? undefined : address;
}

/** What is read of a run is a view of it, so it can be written, too. */
function numberAt(run: Run, address: Address): Float64Array {
  const reading = readAddress(run, address);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading.numbers;
}

function holdOf(run: Run, text: string, to: number): Hold | undefined {
  const parsed = parseAddress(text);
  if ('problem' in parsed) return undefined;
  const { run: name, quantity: id, t, sample, index, views, user } = parsed.address;
  if (name !== undefined || views.length || user || sample !== undefined || index.length > 1) return undefined;
  const hold: Hold = { id, t, index: index[0], to };
  return fits(run, { held: [hold], dropped: [] }) ? hold : undefined;
}

function dropsOf(run: Run, texts: readonly string[]): { drops: Drop[]; bad: string[] } {
  const bad: string[] = [];
  const drops = texts.flatMap((text) => {
    const found = dropOf(run, text);
    if (!found) bad.push(`drop=${text}`);
    return found ?? [];
  });
  return { drops, bad };
}

function dropOf(run: Run, text: string): Drop | undefined {
  const parsed = parseAddress(text);
  if ('problem' in parsed || !isEntry(run, parsed.address)) return undefined;
  const { quantity: value, user } = parsed.address;
  const drop: Drop = { value, user: user!.quantity, t: user!.t };
  return fits(run, { held: [], dropped: [drop] }) ? drop : undefined;
}

/** Whether it names one entry of a ledger, whole, or without any timestep the same one at all of them. */
function isEntry(run: Run, address: Address): boolean {
  const { run: name, views, quantity, t, sample, index, user } = address;
  if (!user || views.join() !== 'grad' || name !== undefined || index.length) return false;
  if (sample !== undefined || user.sample !== undefined) return false;
  if (t === undefined && user.t === undefined) return true;
  if ('problem' in readAddress(run, address)) return false;
  return ledger(run, quantity, t).some((entry) => entry.user?.id === user.quantity && entry.user.t === (user.t ?? 0));
}

/** The engine refuses an edit that hits nothing by throwing; a reader's link may name one. */
function fits({ program }: Run, edits: Edits): boolean {
  try {
    checkEdits(edits, program.graph, program.timesteps);
    return true;
  } catch {
    return false;
  }
}

/** What `set` would replace: the base's own number, or the usual setting of the rule. */
export function originalAt(base: Base, text: string, rule: UpdateRuleName): number | undefined {
  const settings: Record<string, number> = { ...updateRules[rule].settings, ...usualSettings(base, rule) };
  if (Object.hasOwn(settings, text)) return settings[text];
  const address = placeToSet(startOf(base), text);
  return address && numberAt(startOf(base), address)[0];
}

/** The parameters of a run that are not as in its base, by address. */
export function parametersSince(base: Base, run: Run): Numbers {
  const start = startOf(base);
  const entries = run.program.graph.parameters.flatMap(({ id, shape }) =>
    [...run.value(id)].flatMap((value, element) => {
      if (value === start.value(id)[element]) return [];
      return [[formatAddress({ views: [], quantity: id, index: indexOfElement(shape, element) }), value] as const];
    }),
  );
  return Object.fromEntries(entries);
}

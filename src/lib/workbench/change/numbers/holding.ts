/** Which values a reader may hold at a number, and where. */
import { contextOf } from '#lib/engine/equations.ts';
import { operationOf } from '#lib/engine/operations.ts';
import { evaluate, read } from '#lib/engine/scalar.ts';
import { elementWords } from '#lib/formula/element-words.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText } from '#lib/formula/number.ts';
import type { Step } from '#lib/engine/steps.ts';
import { formatAddress, parseAddress } from '#lib/stepper/address.ts';
import { timestepsOf } from '#lib/stepper/instances.ts';

/** What the equations of the cell compute, by id: gates first, which are held most, and last what has no name in books. */
export function holdableIds(model: NamedRun): string[] {
  const { cell, run } = model;
  const ids = run.program.graph.equations.flatMap(({ id }) => (Object.hasOwn(cell.quantities, id) ? id : []));
  const rank = (id: string): number => (model.style(id).fraction ? 0 : isUnnamed(model, id) ? 2 : 1);
  return ids.toSorted((one, other) => rank(one) - rank(other));
}

/** The value that a step is about; of a parameter the one it feeds. */
export function holdableAt(model: NamedRun, { id }: Step): string {
  const ids = holdableIds(model);
  const fed = (each: string): string[] =>
    ids.includes(each) ? [each] : model.run.program.graph.uses.get(each)!.map(({ user }) => user.id);
  const [nearest] = fed(id).filter((each) => ids.includes(each));
  return nearest === undefined ? ids[0] : named(model, nearest);
}

/** A weighted sum has no name in books: its gate is meant. */
const named = (model: NamedRun, id: string): string =>
  isUnnamed(model, id) ? model.run.program.graph.uses.get(id)![0].user.id : id;

const isUnnamed = (model: NamedRun, id: string): boolean => model.named(id).quantity?.folds === 'forward';

export const canHoldAt = ({ run }: NamedRun, id: string, t: number): boolean =>
  t > 0 && timestepsOf(run.program, id).includes(t);

/** Left out: every timestep, every unit. */
export interface HeldPlace {
  readonly id: string;
  readonly t?: number;
  readonly unit?: number;
}

export const heldAddress = ({ id, t, unit }: HeldPlace): string =>
  formatAddress({ views: [], quantity: id, index: unit === undefined ? [] : [unit], ...(t !== undefined && { t }) });

export function heldPlace(address: string): HeldPlace {
  const parsed = parseAddress(address);
  if ('problem' in parsed) throw new Error(parsed.problem);
  const { quantity: id, t, index } = parsed.address;
  return { id, t, unit: index.at(0) };
}

/** `forget gate, at every timestep, unit 1`. */
export function heldName(model: NamedRun, { id, t, unit }: HeldPlace, language: Language): string {
  const { walk, numbers } = languages[language].messages;
  const { name } = model.named(id);
  const time = t === undefined ? numbers.hold.always : fill(walk.atTimestep, { t });
  const units = unit === undefined ? numbers.hold.allUnits : elementWords(model.cell, id, [unit + 1], language);
  return [name[language], time, units].join(walk.comma);
}

export const heldText = (model: NamedRun, id: string, number: number): string =>
  numberText(number, { ...model.style(id), typed: true });

/** What is said of a number that the equation of a value never gives; undefined: it may well give this one. */
export function outsideText(model: NamedRun, id: string, number: number, language: Language): string | undefined {
  const { range } = operationOf(model.run.program.graph.values.get(id)!.equation!);
  if (!range || (range[0] <= number && number <= range[1])) return undefined;
  const [lowest, highest] = range.map((bound) => numberText(bound, { ...model.style(id), decimals: 0 }));
  return fill(languages[language].messages.numbers.hold.outside, {
    name: model.named(id).name[language],
    lowest,
    highest,
    number: heldText(model, id, number),
  });
}

/**
 * `Held at 0, it makes the forget gate 0.500.`: what is computed from a value and from nothing else. Undefined: there is no
 * such thing, or it is held itself.
 */
export function followingText(model: NamedRun, id: string, number: number, language: Language): string | undefined {
  const { graph, held } = model.run.program;
  const [{ user }, ...others] = graph.uses.get(id)!;
  if (others.length || user.operands.length > 1 || held.some((hold) => hold.id === user.id)) return undefined;
  const following = operationOf(user).element(0, [(index) => read(0, index)], contextOf(user));
  const becomes = evaluate(following, () => number);
  return fill(languages[language].messages.numbers.hold.following, {
    held: heldText(model, id, number),
    name: model.named(user.id).name[language],
    number: numberText(becomes, model.style(user.id)),
  });
}

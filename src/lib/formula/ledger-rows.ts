/** The ledger of a step as it is shown: which rows, which of the numbers, and what they add up to. */
import { checkGradient, type GradientCheck } from '#lib/engine/gradient-check.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Entry } from '#lib/engine/ledger.ts';
import { indexOfElement, sizeOf } from '#lib/engine/shapes.ts';
import type { Step } from '#lib/engine/steps.ts';
import { formatAddress, type Spot, type View } from '#lib/stepper/address.ts';
import { allEntriesAt, entriesAt } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { isSameNumber, shownNumber } from './number.ts';
import { mostShown, shownElements } from './shown-elements.ts';
import { unitsOf } from './slot.ts';

/** A ledger with more entries than this shows the first ones and takes the rest together. */
const mostRows = 8;

export interface LedgerCell {
  /** Undefined: the loss's own 1, which came through no use. */
  readonly address: string | undefined;
  readonly value: number;
  /** Which operand of its user. */
  readonly k: number;
}

export interface LedgerRow {
  readonly user: Instance | null;
  /** Of the whole entry; undefined as in its cells. */
  readonly address: string | undefined;
  /** Left out of the sum by an edit. */
  readonly isDropped: boolean;
  readonly cells: readonly LedgerCell[];
}

export interface ShownLedger {
  /** What stands in each column, as its place in storage. */
  readonly elements: readonly number[];
  /** Which number each column is, counted from 1; of a matrix row and column; nothing where there is but one. */
  readonly columns: readonly (readonly number[])[];
  readonly rows: readonly LedgerRow[];
  readonly rest: { readonly count: number; readonly sums: readonly number[] } | null;
  /** `exact`: the figures shown add up to the figures of the sum. */
  readonly sums: readonly { readonly address: string | undefined; readonly value: number; readonly exact: boolean }[];
  /** For a parameter at a timestep: what the walk has gathered from the last timestep down to this one. */
  readonly soFar: readonly number[] | null;
  /** Whether nudging can tell what it is: not what one timestep contributes. */
  readonly isChecked: boolean;
  /** The gradient by nudging each of the numbers shown. */
  checks(): { readonly address: string; readonly check: GradientCheck }[];
}

export function ledgerOf(model: NamedRun, { id, t }: Step, unit: number): ShownLedger {
  const instance: Instance = { id, t, sample: 0 };
  const shape = model.shape(id);
  const elements = sizeOf(shape) <= mostShown && shape.length < 2 ? range(sizeOf(shape)) : shownElements(shape, unit);
  const isShare = model.isParameter(id) && t > 0;
  const all = allEntriesAt(model, instance);
  const entries = all.filter(({ dropped }) => !dropped);
  const shown = all.length > mostRows ? all.slice(0, mostRows - 1) : all;
  const left = all.slice(shown.length).filter(({ dropped }) => !dropped);
  const shownTerms = (element: number): number[] => [
    ...shown.filter(({ dropped }) => !dropped).map(({ share }) => share[element]),
    ...(left.length ? [total(left, element)] : []),
  ];
  const gathered = isShare ? gatheredAt(model, instance) : null;
  const viewOf = (view: View, element: number): string =>
    formatAddress({ views: [view], ...spotOf(model, instance), index: indexOfElement(shape, element) });
  const addressOf = (user: Instance, element?: number): string =>
    formatAddress({
      views: ['grad'],
      ...spotOf(model, instance),
      index: element === undefined ? [] : indexOfElement(shape, element),
      user: spotOf(model, user),
    });
  return {
    elements,
    columns: elements.map((element) => unitsOf(model, id, element)),
    rows: shown.map(({ user, k, share, dropped }) => ({
      user,
      address: user ? addressOf(user) : undefined,
      isDropped: dropped,
      cells: elements.map((element) => ({
        address: user ? addressOf(user, element) : undefined,
        value: share[element],
        k,
      })),
    })),
    rest: left.length ? { count: left.length, sums: elements.map((element) => total(left, element)) } : null,
    sums: elements.map((element) => ({
      address: isShare ? undefined : viewOf('grad', element),
      ...sumOf(entries, shownTerms(element), element),
    })),
    soFar: gathered && elements.map((element) => total(gathered, element)),
    isChecked: !isShare,
    checks: () =>
      (isShare ? [] : elements).map((element) => ({
        address: viewOf('nudged', element),
        check: checkGradient(model.run, instance, element),
      })),
  };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const total = (entries: readonly Entry[], element: number): number =>
  entries.reduce((sum, { share }) => sum + share[element], 0);

/** As in the formulas: ≈ where the figures of the terms that are shown do not add up to the figures of the sum. */
function sumOf(entries: readonly Entry[], terms: readonly number[], element: number) {
  const value = total(entries, element);
  const ofShown = terms.reduce((sum, term) => sum + shownNumber(term), 0);
  return { value, exact: isSameNumber(ofShown, shownNumber(value), 1) };
}

/** A parameter gathers over the timesteps, from the last one down: its entries up to this one. */
const gatheredAt = (model: NamedRun, instance: Instance): Entry[] =>
  entriesAt(model, { ...instance, t: 0 }).filter(({ user }) => user!.t >= instance.t);

function spotOf(model: NamedRun, { id, t }: Instance): Spot {
  return { quantity: id, ...(model.isOnTime(id) ? { t } : {}) };
}

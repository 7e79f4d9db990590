/** One number per timestep of a run, under one name: a line of a chart, a column of its table. */
import type { Slot } from '#lib/cells/cell.ts';
import { range } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { numberText, type NumberStyle } from '#lib/formula/number.ts';
import type { Language } from '#lib/i18n/languages.ts';
import { formatAddress, type Address } from '#lib/stepper/address.ts';
import { readAddress } from '#lib/stepper/read-address.ts';

export interface Point {
  readonly t: number;
  readonly address: string;
  readonly value: number;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  /** TeX, with `@` for the timestep. */
  readonly symbol: string;
  readonly isGradientNorm: boolean;
  readonly slot: Slot;
  readonly badge: string;
  readonly style: NumberStyle;
  readonly points: readonly Point[];
}

/** What of a quantity is shown: `unit` of its value, or the norm of its gradient over all units. */
export type Aspect = { readonly unit: number } | 'gradient norm';

export function seriesOf(model: NamedRun, ids: readonly string[], aspect: Aspect, language: Language): Series[] {
  return ids.map((id) => {
    const { name, symbol, slot, badge = '' } = model.named(id);
    const isGradientNorm = aspect === 'gradient norm';
    return {
      id,
      name: name[language],
      symbol,
      isGradientNorm,
      slot,
      badge,
      style: isGradientNorm ? { unsigned: true } : model.style(id),
      points: range(1, model.run.program.timesteps).map((t) => pointAt(model, addressOf(model, id, t, aspect), t)),
    };
  });
}

function addressOf(model: NamedRun, quantity: string, t: number, aspect: Aspect): Address {
  if (aspect === 'gradient norm') return { views: ['norm', 'grad'], quantity, t, index: [] };
  return { views: [], quantity, t, index: [unitOf(model, quantity, aspect.unit)] };
}

/** The chosen unit, or the last one where there are fewer. */
export const unitOf = (model: NamedRun, id: string, unit: number): number => Math.min(unit, model.shape(id)[0] - 1);

/** The number is the one its address leads to, so that the two cannot disagree. */
function pointAt({ run }: NamedRun, address: Address, t: number): Point {
  const read = readAddress(run, address);
  if ('problem' in read) throw new Error(read.problem);
  return { t, address: formatAddress(address), value: read.numbers[0] };
}

/** Numbers that have no place on an axis, as in "cell state 0 at t = 3–5, 7". */
export interface OffAxis {
  readonly name: string;
  readonly value: string;
  readonly times: string;
}

export function offAxis(series: readonly Series[], holds: (value: number) => boolean): OffAxis[] {
  return series.flatMap(({ name, style, points }) => {
    const missing = points.filter(({ value }) => !holds(value));
    const texts = new Set(missing.map(({ value }) => numberText(value, style)));
    return [...texts].map((text) => {
      const alike = missing.filter(({ value }) => numberText(value, style) === text);
      return { name, value: text, times: timesText(alike.map(({ t }) => t)) };
    });
  });
}

/** `1–3, 5`. */
export function timesText(times: readonly number[]): string {
  const first = times.filter((t, place) => times[place - 1] !== t - 1);
  const last = times.filter((t, place) => times[place + 1] !== t + 1);
  return first.map((t, place) => (t === last[place] ? String(t) : `${t}–${last[place]}`)).join(', ');
}

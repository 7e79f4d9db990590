/** What a reader has changed of a model: plain data, from which, with the model, every number on the page follows. */
import type { UpdateRuleName } from '#lib/engine/updates.ts';

/** Numbers by address. */
export type Numbers = Readonly<Record<string, number>>;

export interface Variation {
  /** Single numbers that were given: `W.f[0][1]`, `input@2[0]`, `hidden.state@0[1]`, `rate`. */
  readonly set: Numbers;
  /** Values held at a number, at every timestep, at one, or one unit of them: `forget.gate`, `forget.gate@2[0]`. */
  readonly hold: Numbers;
  /** Ledger entries left out, at one timestep or at every one: `grad:cell.state@2<cell.kept@3`, `grad:cell.state<cell.kept`. */
  readonly drop: readonly string[];
  /** How the parameters learn, and how often they have. */
  readonly rule: UpdateRuleName;
  readonly updates: number;
}

export const unvaried: Variation = { set: {}, hold: {}, drop: [], rule: 'sgd', updates: 0 };

/** The same ledger entry without its timesteps: `grad:cell.state<cell.kept`. */
export const atEveryTimestep = (entry: string): string => entry.replace(/@\d+/g, '').replace(/(\[\d+\])+(?=<)/, '');

/** Replayed at every change; a thousand take a moment, more would make the page wait. */
export const mostUpdates = 1000;

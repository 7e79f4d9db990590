/**
 * The symbols of formulas, as templates: TeX in which `@` stands for the timestep. A template is all that KaTeX has to
 * know of a symbol, so it is typeset once, when the site is built.
 */
import { atom, texOf } from '#lib/engine/tex.ts';

/** What can be said of a quantity, around its own symbol. `share`: what one timestep contributes to a gradient. */
export const symbolKinds = {
  value: (symbol: string) => symbol,
  // On one line: as a stacked fraction its letters would be too small to read from the back of a room.
  gradient: (symbol: string) => `\\partial L/\\partial ${symbol}`,
  share: (symbol: string) => `\\partial L/\\partial ${symbol}\\,\\big|_{t=@}`,
  next: (symbol: string) => `${symbol}'`,
};

export type SymbolKind = keyof typeof symbolKinds;

/** Squared, or turned on its side. */
export const powers = ['2', '\\top'] as const;
export type Power = (typeof powers)[number];

export const raised = (symbol: string, to: Power): string => texOf({ kind: 'raised', of: atom(symbol), to });

/** A template, or what it was typeset to, with the timestep put in. */
export const atTimestep = (template: string, t: number): string => template.replaceAll('@', String(t));

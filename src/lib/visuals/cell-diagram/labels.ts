/** What is written beside the things in the drawing. */
import type { ChipPlace, Spot } from '#lib/cells/diagram.ts';
import { contextOf } from '#lib/engine/equations.ts';
import { operationOf } from '#lib/engine/operations.ts';
import { atom, texOf } from '#lib/engine/tex.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { Writer } from '#lib/formula/writer.ts';
import { idOf, lagOf } from './edges.ts';

export type Tone = 'ink' | 'soft' | 'faint' | 'gradient';

export interface Label {
  /** What it stands at: keeps it in place from step to step. */
  readonly key: string;
  readonly tex: string;
  readonly spot: Spot;
  readonly tone: Tone;
  readonly size: number;
  readonly lead?: string;
  readonly tight?: boolean;
}

export const symbolAt = (model: NamedRun, id: string, t: number): string => texOf(model.symbol({ id, t }));

export const gradientSymbol = (symbol: string): string => `\\partial L/\\partial ${symbol}`;

const above = ([x, y, anchor]: Spot, by: number): Spot => [x, y - by, anchor];

interface ChipLabel {
  readonly source: string;
  readonly place: ChipPlace & { readonly spelled?: boolean; readonly labelSize?: number };
  readonly spot: Spot;
  readonly t: number;
  readonly tone: Tone;
}

/** The symbol at a chip, of the value or of its gradient once that is there: a little smaller where it stands beside it. */
export function chipLabels(model: NamedRun, { source, place, spot, t, tone }: ChipLabel): Label[] {
  const id = idOf(source);
  const time = t - lagOf(source);
  const symbol = symbolAt(model, id, time);
  const size = place.labelSize ?? (spot[2] === 'middle' ? 15 : 14);
  const label = (tex: string, at = spot, key = source): Label => ({ key, tex, spot: at, tone, size });
  if (tone !== 'gradient') return [label(place.spelled ? `${symbol} = ${rightHandSide(model, id, time)}` : symbol)];
  if (!place.narrow) return [label(gradientSymbol(symbol))];
  return [label('\\partial L/', above(spot, 8), `${source} over`), label(`\\partial ${symbol}`, above(spot, -9))];
}

const rightHandSide = (model: NamedRun, id: string, t: number): string =>
  texOf(new Writer(model, false).rightHandSide({ id, t, sample: 0 }));

/** Without its time; and where two biases stand as one number, without brackets: in a sum they say nothing. */
const briefSymbol = (symbol: string): string => symbol.replace(/_\{@\}|,@|^\(|\)$/g, '');

/** What stands in a node: a formula without its time; of a function its name alone, for its operands flow in. */
export function nodeTex(model: NamedRun, id: string): string {
  const equation = model.run.program.graph.values.get(id)!.equation!;
  const symbols = equation.operands.map((operand) => atom(briefSymbol(model.named(operand.id).symbol)));
  const tex = model.ordered(operationOf(equation).tex(symbols, contextOf(equation)));
  return tex.kind === 'call' ? tex.name : texOf(tex);
}

/** The local derivative beside its edge: in the lane of a card in small, one factor above the other. */
export function derivativeLabels(edge: string, factors: readonly string[], spot: Spot, isLane: boolean): Label[] {
  return factors.map((tex, row) => ({
    key: `${edge} ${row}`,
    tex,
    spot: above(spot, -15 * row),
    tone: 'gradient',
    size: isLane ? 13 : 14,
    tight: isLane,
  }));
}

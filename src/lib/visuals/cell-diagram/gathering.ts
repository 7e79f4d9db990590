/** The gradient that a backward step gathers: what comes together, through which uses, times which local derivatives. */
import type { EdgeId } from '#lib/cells/diagram.ts';
import { isGiven } from '#lib/engine/flow.ts';
import type { Entry } from '#lib/engine/ledger.ts';
import type { Step } from '#lib/engine/steps.ts';
import { needsBrackets, partsOf, texOf, type Tex } from '#lib/engine/tex.ts';
import { entriesAt } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Slot } from '#lib/formula/slot.ts';
import { Writer } from '#lib/formula/writer.ts';
import { sourceOf } from './edges.ts';

export interface Contribution {
  readonly entry: Entry;
  /** The edge it comes along, in the drawing of the timestep that is shown. */
  readonly edge: EdgeId;
  /** What ∂L/∂user is multiplied by, factor by factor, as TeX; empty where it is passed on unchanged. */
  readonly derivative: readonly string[];
  /** The values in it, as sources of the drawing. */
  readonly factors: readonly string[];
}

export function contributionsAt(model: NamedRun, { pass, id, t }: Step, shown: number): Contribution[] {
  if (pass !== 'backward') return [];
  const own = Object.keys(model.cell.quantities);
  const writer = new Writer(model, false);
  return entriesAt(model, { id, t, sample: 0 }).flatMap((entry) => {
    const { user } = entry;
    // Nothing comes through what is held.
    if (!user || isGiven(model.run.program, user) || (!own.includes(id) && user.t !== shown)) return [];
    const exit = user.t > shown ? 'next' : own.includes(user.id) ? undefined : 'readout';
    const source = t < shown && model.isOnTime(id) ? sourceOf(id, 1) : id;
    const term = writer.term(entry);
    return [
      {
        entry,
        edge: `${source} > ${exit ?? user.id}` as EdgeId,
        derivative: derivativeOf(term),
        factors: valuesIn(term, shown),
      },
    ];
  });
}

const slotOf = (tex: Tex): Slot | undefined => (tex.kind === 'atom' ? (tex.slot as Slot | undefined) : undefined);
const isGradient = (tex: Tex): boolean => slotOf(tex)?.kind === 'gradient';

/** The term without the gradient in it. */
function derivativeOf(term: Tex): string[] {
  if (term.kind === 'negative' && isGradient(term.of)) return ['\\cdot \\left(-1\\right)'];
  if (term.kind !== 'product') return [];
  const sign = term.joint === 'elementwise' ? '\\odot ' : '';
  return term.factors.filter((factor) => !isGradient(factor)).map((factor) => `${sign}${bracketed(factor)}`);
}

const bracketed = (factor: Tex): string =>
  needsBrackets.factor(factor) ? `\\left(${texOf(factor)}\\right)` : texOf(factor);

/** The values that stand in a tree and in the drawing of the timestep `shown`. */
function valuesIn(tex: Tex, shown: number): string[] {
  const slot = slotOf(tex);
  if (slot) {
    const { id, t } = slot.instance;
    if (slot.kind !== 'value' || t < shown - 1 || t > shown) return [];
    return [sourceOf(id, t === shown ? 0 : 1)];
  }
  return partsOf(tex).flatMap((part) => valuesIn(part, shown));
}

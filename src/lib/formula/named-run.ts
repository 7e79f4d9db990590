import type { Cell } from '#lib/cells/cell.ts';
import { nameOf, type Named } from '#lib/cells/names.ts';
import { hasRowVectors, type Notation } from '#lib/cells/notation.ts';
import { storageOf } from '#lib/cells/storage.ts';
import { atom, turnedRound, type Tex } from '#lib/engine/tex.ts';
import type { Instance } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { Updater } from '#lib/engine/updates.ts';
import { formatAddress, type View } from '#lib/stepper/address.ts';
import type { NumberStyle } from './number.ts';
import { atTimestep, type SymbolKind } from './symbol.ts';

const viewsOf: Readonly<Record<SymbolKind, readonly View[] | undefined>> = {
  value: [],
  gradient: ['grad'],
  next: ['next'],
  share: undefined,
};

/** A run together with what its values are called: all that a formula, a sentence or a table needs. */
export class NamedRun {
  readonly cell: Cell;
  readonly run: Run;
  /** How its parameters learn. */
  readonly updater: Updater;
  readonly notation: Notation;
  /** Whether vectors are rows, so that products and arrays stand the other way round. */
  readonly hasRowVectors: boolean;

  constructor(cell: Cell, run: Run, updater = new Updater(run, 'sgd'), notation: Notation = 'course') {
    this.cell = cell;
    this.run = run;
    this.updater = updater;
    this.notation = notation;
    this.hasRowVectors = hasRowVectors(notation);
  }

  /** The same numbers in other symbols. Those of another notation than the course's have to be loaded, see `symbol-html.ts`. */
  inNotation(notation: Notation): NamedRun {
    return notation === this.notation ? this : new NamedRun(this.cell, this.run, this.updater, notation);
  }

  /** Of a whole array; undefined for what the grammar has no name for, such as what one timestep adds to a gradient. */
  address({ id, t }: Pick<Instance, 'id' | 't'>, kind: SymbolKind): string | undefined {
    const views = viewsOf[kind];
    return views && formatAddress({ views, quantity: id, index: [], ...(this.isOnTime(id) ? { t } : {}) });
  }

  named(id: string): Named {
    return nameOf(this.cell, id, this.notation);
  }

  /** Where the library of the notation keeps a parameter, or the number at an index: `weight_ih_l0[4:6]`; undefined for all else. */
  storage(id: string, index?: readonly number[]): string | undefined {
    return storageOf(this.cell, id, this.notation, this.shape(this.cell.states.h)[0], index);
  }

  /** A formula in the order that the notation gives to products. */
  ordered(tex: Tex): Tex {
    return this.hasRowVectors ? turnedRound(tex) : tex;
  }

  style(id: string): NumberStyle {
    const { role } = this.run.program.graph.values.get(id)!;
    const { fraction, unsigned } = this.named(id).quantity ?? {};
    return { fraction, unsigned, typed: role !== 'equation' };
  }

  /** Whether there is one per timestep. */
  isOnTime(id: string): boolean {
    return this.run.program.graph.values.get(id)!.axis === 'step';
  }

  isParameter(id: string): boolean {
    return this.run.program.graph.values.get(id)!.role === 'parameter';
  }

  symbol({ id, t }: Pick<Instance, 'id' | 't'>): Tex {
    return atom(atTimestep(this.named(id).symbol, t));
  }

  shape(id: string) {
    return this.run.program.graph.values.get(id)!.shape;
  }
}

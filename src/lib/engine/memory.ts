/** Where the numbers of a run lie: every value and every gradient, for all timesteps and samples. */
import type { Value } from './equations.ts';
import type { Rows } from './operation.ts';
import { rowOf, type Instance } from './instances.ts';
import type { Program } from './program.ts';

export type Kind = 'values' | 'gradients';

export class Memory {
  readonly #program: Program;
  /** One array per kind, so that gradients can be cleared in one go, cut into the program's blocks. */
  readonly #all: Record<Kind, Float64Array>;
  readonly #blocks: Record<Kind, readonly Float64Array[]>;
  /** One view per stretch of memory: instructions that share them are small enough for a processor's cache. */
  readonly #views = new Map<string, Float64Array>();

  constructor(program: Program) {
    this.#program = program;
    const sizes = program.blocks.map(({ rows, width }) => rows * width);
    const allocate = () => new Float64Array(sizes.reduce((total, size) => total + size, 0));
    const cut = (all: Float64Array) => {
      let end = 0;
      return sizes.map((size) => all.subarray(end, (end += size)));
    };
    this.#all = { values: allocate(), gradients: allocate() };
    this.#blocks = { values: cut(this.#all.values), gradients: cut(this.#all.gradients) };
  }

  clearGradients(): void {
    this.#all.gradients.fill(0);
  }

  /** All parameters: they share the first block. */
  parameters(kind: Kind): Float64Array {
    return this.#blocks[kind][0];
  }

  /**
   * The numbers of one instance, or, with a `size`, those and what lies beside them.
   * @throws if the model has no such value, timestep or sample
   */
  view(kind: Kind, { id, t, sample }: Instance, size?: number): Float64Array {
    const { places, blocks, graph, timesteps, samples } = this.#program;
    const place = places.get(id);
    if (!place) throw new Error(`${id}: the model has no such value`);
    const { axis } = graph.values.get(id)!;
    const exists = (axis === 'once' || isWithin(sample, samples - 1)) && (axis !== 'step' || isWithin(t, timesteps));
    if (!exists) throw new Error(`${id}: no timestep ${t}, sample ${sample} in a run of ${timesteps} × ${samples}`);
    const { width } = blocks[place.block];
    const row = rowOf(axis, t, sample, this.#program);
    const start = row * width + place.offset;
    return this.#stretch(kind, place.block, start, start + (size ?? place.size));
  }

  /** All rows of a value, from timestep 1 (or, one timestep earlier, 0) on. */
  rows(kind: Kind, { id, axis, lag }: Pick<Value, 'id' | 'axis' | 'lag'>, width: number): Rows {
    const { block, offset } = this.#program.places.get(id)!;
    const stride = this.#program.blocks[block].width;
    const start = rowOf(axis, 1 - lag, 0, this.#program) * stride + offset;
    return { data: this.#blocks[kind][block], offset: start, stride, width };
  }

  #stretch(kind: Kind, block: number, start: number, end: number): Float64Array {
    const key = `${kind} ${block} ${start} ${end}`;
    const view = this.#views.get(key) ?? this.#blocks[kind][block].subarray(start, end);
    this.#views.set(key, view);
    return view;
  }
}

const isWithin = (index: number, last: number): boolean => Number.isInteger(index) && index >= 0 && index <= last;

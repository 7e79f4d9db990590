/**
 * A program with its memory. `forward` computes every value, `backward` every gradient; both only write into arrays
 * that were made here, so running again costs no memory.
 */
import { contextOf, type Equation, type ParameterId, type Value } from './equations.ts';
import { backwardRule, type Backward, type Context, type Forward, type Rows } from './operation.ts';
import {
  holdsOn,
  instancesOf,
  isDropped,
  isSingleNumber,
  operationOf,
  rowOf,
  type Hold,
  type Instance,
  type Place,
  type Program,
  type Task,
} from './program.ts';
import { sizeOf } from './shapes.ts';

interface ForwardInstruction {
  readonly kernel: Forward;
  readonly y: Float64Array;
  readonly x: readonly Float64Array[];
  readonly context: Context;
}

interface BackwardInstruction extends Omit<ForwardInstruction, 'kernel'> {
  readonly kernel: Backward;
  readonly d: Float64Array;
  readonly g: Float64Array;
  readonly k: number;
}

type Kind = 'values' | 'gradients';

const nothing: Context = { operands: [], result: [], settings: {} };

export class Run<Ids extends string = string> {
  readonly program: Program<Ids>;
  readonly #memory: Record<Kind, readonly Float64Array[]>;
  readonly #forward: ForwardInstruction[] = [];
  readonly #backward: BackwardInstruction[] = [];
  /** How many instructions have run when a value is known. */
  readonly #knownAfter = new Map<string, number>();
  readonly #seed: Float64Array;

  constructor(program: Program<Ids>) {
    this.program = program;
    const allocate = () => program.blocks.map(({ rows, width }) => new Float64Array(rows * width));
    this.#memory = { values: allocate(), gradients: allocate() };
    const { tasks, graph } = program;
    for (const task of tasks) this.#planForward(task);
    for (const task of tasks.toReversed()) this.#planBackward(task);
    if (program.merged) for (const group of new Set(tasks.map((task) => task.group))) this.#planOverTime(group);
    this.#seed = this.gradient(graph.objective as Ids);
  }

  /** The value of `id` as a live view, elements in storage order; t = 0: the initial state. */
  value(id: Ids | ParameterId, t = 0, sample = 0): Float64Array {
    return this.#view('values', { id, t, sample });
  }

  /** ∂objective/∂value, all paths; zeros before `backward`. */
  gradient(id: Ids | ParameterId, t = 0, sample = 0): Float64Array {
    return this.#view('gradients', { id, t, sample });
  }

  /** All parameters in one array, and their gradients in one of the same order. */
  get parameters(): { values: Float64Array; gradients: Float64Array } {
    return { values: this.#memory.values[0], gradients: this.#memory.gradients[0] };
  }

  get loss(): number {
    return this.value(this.program.graph.objective as Ids)[0];
  }

  /** Computes the instructions `from` to `to` (without it); everything, unless told otherwise. */
  forward(from = 0, to = this.#forward.length): this {
    for (let i = from; i < to; i++) {
      const { kernel, y, x, context } = this.#forward[i];
      kernel(y, x, context);
    }
    return this;
  }

  /** @throws if the objective is not a single number. */
  backward(): this {
    if (!isSingleNumber(this.program))
      throw new Error(`${this.program.graph.objective}: gradients are taken of a single number`);
    for (const gradients of this.#memory.gradients) gradients.fill(0);
    this.#seed[0] = 1;
    for (let i = 0; i < this.#backward.length; i++) {
      const { kernel, d, g, y, x, context, k } = this.#backward[i];
      kernel(d, g, y, x, context, k);
    }
    return this;
  }

  /**
   * The loss if one number were larger by `by`: whatever depends on it is computed anew, what it was computed from
   * stays. The run is left as it was found.
   */
  lossIfNudged({ id, t, sample }: Instance, index: number, by: number): number {
    const numbers = this.value(id as Ids, t, sample);
    const before = numbers[index];
    const known = this.#knownAfter.get(keyOf({ id, t, sample })) ?? 0;
    numbers[index] = before + by;
    const nudged = this.forward(known).loss;
    numbers[index] = before;
    this.forward(known);
    return nudged;
  }

  /** The arrays an equation reads at (t, sample), one per operand: an operand taken over time or samples is many. */
  operands(
    equation: Equation,
    t: number,
    sample: number,
  ): { instances: Instance[]; x: Float64Array[]; context: Context } {
    const instances = equation.operands.flatMap((operand) => instancesOf(operand, t, sample, this.program));
    return { instances, x: instances.map((instance) => this.#view('values', instance)), context: contextOf(equation) };
  }

  #view(kind: Kind, { id, t, sample }: Instance, size?: number): Float64Array {
    const { places, blocks, graph } = this.program;
    const place = places.get(id);
    if (!place) throw new Error(`${id}: the model has no such value`);
    const { axis } = graph.values.get(id)!;
    const row = rowOf(axis, t, sample, this.program);
    if (row < 0 || row >= blocks[place.block].rows) {
      throw new Error(
        `${id}: no timestep ${t}, sample ${sample} in a run of ${this.program.timesteps} × ${this.program.samples}`,
      );
    }
    const start = row * blocks[place.block].width + place.offset;
    return this.#memory[kind][place.block].subarray(start, start + (size ?? place.size));
  }

  #planForward({ group, t, sample }: Task): void {
    const [first] = group;
    const { x, context } = this.#stacked(group, t, sample);
    const y = this.#view('values', { id: first.id, t, sample }, widthOf(group));
    this.#forward.push({ kernel: operationOf(first).forward, y, x, context });
    for (const hold of holdsOn(this.program, { id: first.id, t })) {
      this.#forward.push({
        kernel: (result) => void result.fill(hold.to, ...elementsOf(hold)),
        y,
        x: [],
        context: nothing,
      });
    }
    for (const { id } of group) this.#knownAfter.set(keyOf({ id, t, sample }), this.#forward.length);
  }

  #planBackward({ group, t, sample }: Task): void {
    const [first] = group;
    const operation = operationOf(first);
    const { instances, x, context, sizes } = this.#stacked(group, t, sample);
    const instance = { id: first.id, t, sample };
    const y = this.#view('values', instance, widthOf(group));
    const g = this.#passedOn(instance, this.#view('gradients', instance, widthOf(group)));
    instances.forEach((operand, k) => {
      if (isDropped(this.program, operand.id, first.id, t) || this.#waits(first, k)) return;
      const d = this.#view('gradients', operand, sizes[k]);
      this.#backward.push({ kernel: backwardRule(operation, k), d, g, y, x, context, k });
    });
  }

  /** The gradient that flows on from a value to its operands: none through elements that are held. */
  #passedOn(instance: Instance, g: Float64Array): Float64Array {
    const holds = holdsOn(this.program, instance);
    if (!holds.length) return g;
    const passed = new Float64Array(g.length);
    const kernel: Backward = (d, from) => silence(d, from, holds);
    this.#backward.push({ kernel, d: passed, g, y: g, x: [], context: nothing, k: 0 });
    return passed;
  }

  /** Whether operand `k` is the same at all timesteps and can get its gradient after the loop over time. */
  #waits({ operands, axis, when, ...rest }: Equation, k: number): boolean {
    const { merged } = this.program;
    if (!merged || axis === 'once' || when !== 'all' || operands.some(({ over }) => over)) return false;
    const equation = { operands, axis, when, ...rest };
    return operands[k].axis === 'once' && Boolean(operationOf(equation).overTime?.(k, contextOf(equation)));
  }

  #planOverTime(group: Group): void {
    const [first] = group;
    first.operands.forEach((operand, k) => {
      if (!this.#waits(first, k)) return;
      const { instances, sizes, context } = this.#stacked(group, 1, 0);
      const add = operationOf(first).overTime!(k, context)!;
      const g = this.#rows('gradients', { ...first, lag: 0 }, widthOf(group));
      const x = first.operands.map((each, j) => this.#rows('values', each, sizes[j]));
      const { timesteps, samples } = this.program;
      const count = first.axis === 'step' ? timesteps * samples : samples;
      const d = this.#view('gradients', instances[k], sizes[k]);
      this.#backward.push({ kernel: (total) => add(total, g, x, count), d, g: d, y: d, x: [], context: nothing, k });
    });
  }

  /** All rows of a value, from timestep 1 (or, one timestep earlier, 0) on. */
  #rows(kind: Kind, { id, axis, lag }: Pick<Value, 'id' | 'axis' | 'lag'>, width: number): Rows {
    const { block, offset } = this.program.places.get(id) as Place;
    const stride = this.program.blocks[block].width;
    const start = rowOf(axis, 1 - lag, 0, this.program) * stride + offset;
    return { data: this.#memory[kind][block], offset: start, stride, width };
  }

  /** Operands of a group: what its equations share once, what they own laid on top of each other. */
  #stacked(group: Group, t: number, sample: number) {
    const [first] = group;
    const { instances, x, context } = this.operands(first, t, sample);
    if (group.length === 1) return { instances, x, context, sizes: x.map((array) => array.length) };
    const { stacks } = operationOf(first);
    const height = (k: number): number => group.reduce((total, { operands }) => total + sizeOf(operands[k].shape), 0);
    const sizes = instances.map((_, k) => (stacks!(k, context) ? height(k) : x[k].length));
    const views = instances.map((instance, k) => this.#view('values', instance, sizes[k]));
    return { instances, x: views, context, sizes };
  }
}

type Group = Task['group'];

/** What a value's gradient `g` passes on to the operands: nothing through elements that are held. */
export function withoutHeld(program: Program, instance: Instance, g: Float64Array): Float64Array {
  const holds = holdsOn(program, instance);
  if (!holds.length) return g;
  const passed = new Float64Array(g.length);
  silence(passed, g, holds);
  return passed;
}

function silence(passed: Float64Array, g: Float64Array, holds: readonly Hold[]): void {
  passed.set(g);
  for (const hold of holds) passed.fill(0, ...elementsOf(hold));
}

const widthOf = (group: Group): number => group.reduce((total, { shape }) => total + sizeOf(shape), 0);
const keyOf = ({ id, t, sample }: Instance): string => `${id}@${t}#${sample}`;
const elementsOf = ({ index }: Hold): [number?, number?] => (index === undefined ? [] : [index, index + 1]);

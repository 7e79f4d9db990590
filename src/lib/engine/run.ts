import type { Equation, ParameterId } from './equations.ts';
import { instructionsFor, keyOf, operandsOf, type Instructions, type Operands } from './instructions.ts';
import { Memory } from './memory.ts';
import { isSingleNumber, type Program } from './program.ts';
import type { Instance } from './instances.ts';

/**
 * A program with its memory. `forward` computes every value, `backward` every gradient; both only write into arrays
 * that were made here, so running again costs no memory.
 */
export class Run<Ids extends string = string> {
  readonly program: Program<Ids>;
  readonly #memory: Memory;
  readonly #instructions: Instructions;
  readonly #objective: { value: Float64Array; gradient: Float64Array; isSingleNumber: boolean };

  constructor(program: Program<Ids>) {
    this.program = program;
    this.#memory = new Memory(program);
    this.#instructions = instructionsFor(program, this.#memory);
    const id = program.graph.objective as Ids;
    this.#objective = { value: this.value(id), gradient: this.gradient(id), isSingleNumber: isSingleNumber(program) };
  }

  /** The value of `id` as a live view, elements in storage order; t = 0: the initial state. */
  value(id: Ids | ParameterId, t = 0, sample = 0): Float64Array {
    return this.#memory.view('values', { id, t, sample });
  }

  /** ∂objective/∂value, all paths; zeros before `backward`. */
  gradient(id: Ids | ParameterId, t = 0, sample = 0): Float64Array {
    return this.#memory.view('gradients', { id, t, sample });
  }

  /** All parameters in one array, and their gradients in one of the same order. */
  get parameters(): { values: Float64Array; gradients: Float64Array } {
    return { values: this.#memory.parameters('values'), gradients: this.#memory.parameters('gradients') };
  }

  get loss(): number {
    return this.#objective.value[0];
  }

  forward(): this {
    this.#forwardFrom(0);
    return this;
  }

  /** @throws if the objective is not a single number. */
  backward(): this {
    if (!this.#objective.isSingleNumber) {
      throw new Error(`${this.program.graph.objective}: gradients are taken of a single number`);
    }
    this.#memory.clearGradients();
    this.#objective.gradient[0] = 1;
    for (const { kernel, d, g, y, x, context, k } of this.#instructions.backward) kernel(d, g, y, x, context, k);
    return this;
  }

  /**
   * The loss if one number were larger by `by`: whatever depends on it is computed anew, what it was computed from
   * stays. The run is left as it was found.
   */
  lossIfNudged(instance: Instance, index: number, by: number): number {
    const numbers = this.#memory.view('values', instance);
    const before = numbers[index];
    const known = this.#instructions.knownAfter.get(keyOf(instance)) ?? 0;
    numbers[index] = before + by;
    this.#forwardFrom(known);
    const nudged = this.loss;
    numbers[index] = before;
    this.#forwardFrom(known);
    return nudged;
  }

  #forwardFrom(start: number): void {
    const { forward } = this.#instructions;
    for (let i = start; i < forward.length; i++) {
      const { kernel, y, x, context } = forward[i];
      kernel(y, x, context);
    }
  }

  /** What the equation of an instance gives; not its value where elements of it are held. */
  computed(instance: Instance): Float64Array {
    return this.#instructions.unheld.get(keyOf(instance)) ?? this.#memory.view('values', instance);
  }

  /** The arrays an equation reads at (t, sample), one per operand: an operand taken over time or samples is many. */
  operands(equation: Equation, t: number, sample: number): Operands {
    return operandsOf(equation, { t, sample }, this.program, this.#memory);
  }
}

/** How parameters learn, as equations like everything else: one timeless step from a gradient to new parameters. */
import { apply, data, equation, graph as drawGraph, type Value } from './equations.ts';
import { compile, type Program } from './program.ts';
import { Run } from './run.ts';
import type { Shape } from './shapes.ts';

const { add, subtract, multiply, divide, scale, shift, oneMinus, squareRoot } = apply;

interface UpdateInputs {
  /** θ and ∂L/∂θ. */
  readonly parameter: Value;
  readonly gradient: Value;
  /** A setting of the rule, a single number: the learning rate η is `rate`. */
  readonly setting: (id: string) => Value;
  /** What the rule remembers from the update before: `of` the parameters' shape, or a single number. */
  readonly memory: (id: string, of: 'parameters' | 'number') => Value;
}

export interface UpdateRule {
  /** Settings with their usual values. */
  readonly settings: Readonly<Record<string, number>>;
  /** What is remembered, with its value before the first update. */
  readonly memory: Readonly<Record<string, number>>;
  /** `next` and, by name, what is remembered next. */
  equations(inputs: UpdateInputs): { readonly next: Value } & Readonly<Record<string, Value>>;
}

const sgd: UpdateRule = {
  settings: { rate: 0.1 },
  memory: {},
  equations({ parameter, gradient, setting }) {
    // θ ← θ − η g
    const move = equation('move', scale(gradient, setting('rate')));
    return { next: equation('next', subtract(parameter, move)) };
  },
};

/** Polyak 1964, in the form PyTorch uses: the velocity is a sum of gradients, the rate is applied last. */
const momentum: UpdateRule = {
  settings: { rate: 0.1, momentum: 0.9 },
  memory: { velocity: 0 },
  equations({ parameter, gradient, setting, memory }) {
    // v ← μ v + g
    const kept = equation('velocity.kept', scale(memory('velocity', 'parameters'), setting('momentum')));
    const velocity = equation('velocity', add(kept, gradient));
    // θ ← θ − η v
    const move = equation('move', scale(velocity, setting('rate')));
    return { next: equation('next', subtract(parameter, move)), velocity };
  },
};

/** Kingma and Ba 2015, algorithm 1. The powers β₁ᵏ, β₂ᵏ are remembered as products. */
const adam: UpdateRule = {
  settings: { rate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  memory: { first: 0, second: 0, power1: 1, power2: 1 },
  equations({ parameter, gradient, setting, memory }) {
    const unbiased = (name: 'first' | 'second', n: 1 | 2, of: Value) => {
      const beta = setting(`beta${n}`);
      // m ← β m + (1 − β) g
      const kept = equation(`${name}.kept`, scale(memory(name, 'parameters'), beta));
      const fresh = equation(`${name}.fresh`, scale(of, equation(`beta${n}.rest`, oneMinus(beta))));
      const moment = equation(name, add(kept, fresh));
      // m̂ = m / (1 − βᵏ)
      const power = equation(`power${n}`, multiply(memory(`power${n}`, 'number'), beta));
      const weight = equation(`power${n}.rest`, oneMinus(power));
      return { moment, power, corrected: equation(`${name}.corrected`, divide(moment, weight)) };
    };
    const first = unbiased('first', 1, gradient);
    const second = unbiased('second', 2, equation('gradient.squared', multiply(gradient, gradient)));
    // θ ← θ − η m̂ / (√v̂ + ε)
    const root = equation('deviation', squareRoot(second.corrected));
    const quotient = equation(
      'direction',
      divide(first.corrected, equation('divisor', shift(root, setting('epsilon')))),
    );
    const move = equation('move', scale(quotient, setting('rate')));
    return {
      next: equation('next', subtract(parameter, move)),
      first: first.moment,
      second: second.moment,
      power1: first.power,
      power2: second.power,
    };
  },
};

export const updateRules = { sgd, momentum, adam } satisfies Record<string, UpdateRule>;
export type UpdateRuleName = keyof typeof updateRules;

const before = (id: string): string => `${id}.before`;

/** The equations of a rule for parameters of the given shape, ready to be compiled or to be built upon. */
export function updateEquations(rule: UpdateRule, shape: Shape) {
  return rule.equations({
    parameter: data('parameter', 'once', shape),
    gradient: data('gradient', 'once', shape),
    setting: (id) => data(id, 'once', []),
    memory: (id, of) => data(before(id), 'once', of === 'number' ? [] : shape),
  });
}

interface Copy {
  readonly from: Float64Array;
  readonly to: Float64Array;
}

/** Applies a rule to all parameters of a run, again and again, remembering what the rule remembers. */
export class Updater {
  readonly name: UpdateRuleName;
  readonly rule: UpdateRule;
  readonly #target: Run;
  /** The run of the rule's own equations: every number of the last update can be read here. */
  readonly run: Run;
  /** What is copied before and after a run of the rule, looked up once: an update is short. */
  readonly #before: readonly Copy[];
  readonly #after: readonly Copy[];

  constructor(target: Run, name: UpdateRuleName, settings: Readonly<Record<string, number>> = {}) {
    if (!Object.hasOwn(updateRules, name))
      throw new Error(`no update rule called ${name}; there are ${Object.keys(updateRules).join(', ')}`);
    this.name = name;
    this.rule = updateRules[name];
    this.#target = target;
    const { next, ...memory } = updateEquations(this.rule, [target.parameters.values.length]);
    const program: Program = compile(drawGraph(next, ...Object.values(memory)));
    this.run = new Run(program);
    for (const [id, value] of Object.entries({ ...this.rule.settings, ...settings })) {
      if (!(id in this.rule.settings)) throw new Error(`${name}: no setting called ${id}`);
      this.run.value(id)[0] = value;
    }
    for (const [id, value] of Object.entries(this.rule.memory)) this.run.value(before(id)).fill(value);
    const { values, gradients } = target.parameters;
    this.#before = [
      { from: values, to: this.run.value('parameter') },
      { from: gradients, to: this.run.value('gradient') },
    ];
    const remembered = Object.keys(this.rule.memory);
    this.#after = [
      { from: this.run.value('next'), to: values },
      ...remembered.map((id) => ({ from: this.run.value(id), to: this.run.value(before(id)) })),
    ];
  }

  /**
   * The update that comes next, of one parameter: a run of the rule's equations over the numbers of this parameter alone.
   * The target stays as it is.
   */
  next(id: string): Run {
    const { graph } = this.#target.program;
    const { next, ...memory } = updateEquations(this.rule, graph.values.get(id)!.shape);
    const run = new Run(compile(drawGraph(next, ...Object.values(memory))));
    const first = this.#target.value(id).byteOffset - this.#target.parameters.values.byteOffset;
    for (const { id: given, shape } of run.program.graph.data) {
      const own = run.value(given);
      const start = shape.length === 0 ? 0 : first / Float64Array.BYTES_PER_ELEMENT;
      own.set(this.run.value(given).subarray(start, start + own.length));
    }
    run.value('parameter').set(this.#target.value(id));
    run.value('gradient').set(this.#target.gradient(id));
    return run.forward();
  }

  /** One update, from the gradients of the target's last backward pass. The target is not run again. */
  apply(): void {
    for (const { from, to } of this.#before) to.set(from);
    this.run.forward();
    for (const { from, to } of this.#after) to.set(from);
  }
}

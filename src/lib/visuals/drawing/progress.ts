import { stepsOf, type Pass, type Step } from '#lib/engine/steps.ts';
import type { Program } from '#lib/engine/program.ts';

export type Known = 'done' | 'now' | 'later';

/** How far a walk has come: which values and gradients are known at a step. The order is the run's, the step is given. */
export class Progress {
  readonly steps: readonly Step[];
  readonly #order: ReadonlyMap<string, number>;
  readonly #timesteps: number;

  constructor(program: Program) {
    this.steps = stepsOf(program);
    this.#order = new Map(this.steps.map((step, index) => [keyOf(step), index]));
    this.#timesteps = program.timesteps;
  }

  /** Whether the step `wanted` lies behind the step `at`. What no step computes was given, and known from the start. */
  known(wanted: Step, at: Step): Known {
    const [place, here] = [this.#order.get(keyOf(wanted)) ?? -1, this.#order.get(keyOf(at)) ?? -1];
    return place === here ? 'now' : place < here ? 'done' : 'later';
  }

  has(step: Step): boolean {
    return this.#order.has(keyOf(step));
  }

  /** The step that does for timestep t what `step` does for its own. */
  sameAt({ pass, id }: Step, t: number): Step {
    const same = { pass, id, t };
    const ofPass = (step: Step): boolean => step.pass === pass && step.t === t;
    return this.has(same) ? same : (this.steps.findLast(ofPass) ?? this.steps.find((step) => step.t === t)!);
  }

  /** The timestep that is shown: where a step has none, the one at which its pass begins or ends. */
  timestepOf({ pass, t, id }: Step, values: Program['graph']['values']): number {
    if (t > 0) return t;
    const isLoss = values.get(id)?.role === 'equation' && values.get(id)?.axis !== 'step';
    return pass === 'forward' || isLoss ? this.#timesteps : 1;
  }
}

const keyOf = ({ pass, t, id }: Step): `${Pass}:${string}` => `${pass}:${id}@${t}`;

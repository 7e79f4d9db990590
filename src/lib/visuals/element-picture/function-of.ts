/** The function of one number that a step computes, or backward that its gradient goes through. */
import { isHeld } from '#lib/engine/edits.ts';
import { contextOf } from '#lib/engine/equations.ts';
import type { Instance } from '#lib/engine/instances.ts';
import { operationOf } from '#lib/engine/operations.ts';
import { differentiate, evaluate, read, type Scalar } from '#lib/engine/scalar.ts';
import type { Step } from '#lib/engine/steps.ts';
import { entriesAt } from '#lib/formula/formula.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Slot } from '#lib/formula/slot.ts';

export interface FunctionOfOne {
  readonly input: Slot;
  readonly output: Slot;
  readonly value: (input: number) => number;
  readonly slope: (input: number) => number;
  /** Between which numbers every output lies. */
  readonly range: readonly [lowest: number, highest: number] | undefined;
}

/** Undefined where a step computes something else. */
export function functionOf(model: NamedRun, step: Step, element: number): FunctionOfOne | undefined {
  const own: Instance = { id: step.id, t: step.t, sample: 0 };
  if (step.pass === 'forward') return computedBy(model, own, element);
  if (step.pass !== 'backward' || model.isParameter(step.id)) return undefined;
  const [entry, ...others] = entriesAt(model, own);
  if (!entry?.user || others.length) return undefined;
  const found = computedBy(model, entry.user, element);
  return found?.input.instance.id === step.id ? found : undefined;
}

function computedBy(model: NamedRun, instance: Instance, element: number): FunctionOfOne | undefined {
  const { equation } = model.run.program.graph.values.get(instance.id)!;
  if (!equation || equation.operands.length !== 1 || isHeld(model.run.program, instance, element)) return undefined;
  const operation = operationOf(equation);
  const scalar = operation.element(element, [(index) => read(0, index)], contextOf(equation));
  const { instances } = model.run.operands(equation, instance.t, instance.sample);
  if (instances.length !== 1 || !isOfOne(scalar, element)) return undefined;
  return {
    input: { kind: 'value', instance: instances[0], element },
    output: { kind: 'value', instance, element },
    value: (input) => evaluate(scalar, () => input),
    slope: (input) => {
      let slope = 0;
      differentiate(
        scalar,
        () => input,
        (_, derivative) => void (slope += derivative),
      );
      return slope;
    },
    range: operation.range,
  };
}

/** A function with a name, of the same element. */
const isOfOne = (scalar: Scalar, element: number): boolean =>
  scalar.kind === 'call' &&
  scalar.parts.length === 1 &&
  scalar.parts[0].kind === 'read' &&
  scalar.parts[0].index === element;

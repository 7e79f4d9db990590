/** The backward pass written out for NumPy: each equation hands its gradient on to what it reads. */
import type { Equation, Value } from '#lib/engine/equations.ts';
import { stagesOf } from '#lib/engine/stages.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Comments } from './comments.ts';
import { assign } from './held.ts';
import { givenOf } from './model-given.ts';
import {
  dropsOf,
  freeName,
  holdsOf,
  isOneOf,
  operandName,
  resultOf,
  timesLeftOut,
  timesOf,
  whenHolds,
  whenTimes,
  writtenIn,
} from './model-names.ts';
import { nameOf } from './names.ts';
import { backwardText } from './operation-text.ts';
import { indented } from './script.ts';

export function backwardLines(model: NamedRun, comments: Comments): string[] {
  const { graph } = model.run.program;
  const given = givenOf(model);
  const unasked = new Set(given.data.filter(({ isGathered }) => !isGathered).map(({ id }) => id));
  const results = graph.equations.map(({ id }) => graph.values.get(id)!);
  const gathers = [...graph.parameters, ...graph.data, ...results].filter(({ id }) => !unasked.has(id));
  return [
    comments.say('backward'),
    ...gathers.map((value) => `d_${nameOf(model, value.id)} = ${startOf(model, value)}`),
    ...stagesOf(graph)
      .toReversed()
      .flatMap(({ onStep, equations }) => {
        const lines = equations
          .toReversed()
          .flatMap((equation) =>
            whenTimes(equation, [`# ${comments.name(equation.id)}`, ...usesOf(model, equation, unasked, comments)]),
          );
        return onStep ? ['for t in range(T, 0, -1):', ...indented(lines)] : lines;
      }),
  ];
}

function startOf(model: NamedRun, { id, axis }: Value): string {
  const name = nameOf(model, id);
  if (id === model.run.program.graph.objective) return `np.ones_like(${name})`;
  return axis === 'step' ? `zeros(${name})` : `np.zeros_like(${name})`;
}

/** What one equation hands on, operand by operand. */
function usesOf(model: NamedRun, equation: Equation, unasked: ReadonlySet<string>, comments: Comments): string[] {
  const { x, occurrence } = writtenIn(model, equation, 'numpy');
  const holds = holdsOf(model, equation);
  const name = nameOf(model, equation.id);
  const gradient = resultOf(equation, `d_${name}`);
  const y = resultOf(equation, holds.length ? freeName(model, equation) : name);
  const g = holds.length ? 'passed' : gradient;
  const silenced = holds.flatMap((hold) =>
    whenHolds(hold, [`${assign('numpy', 'passed', equation.shape, hold, 0)}  ${comments.say('heldBack')}`]),
  );
  const shares = equation.operands.flatMap((operand, k) => {
    if (unasked.has(operand.id)) return [];
    const share = backwardText(equation.operation, k, g, y, x, occurrence);
    return handedOn(model, equation, operand, share, comments);
  });
  return [...(holds.length ? [`passed = ${gradient}.copy()`] : []), ...silenced, ...shares];
}

/** `d_cell_state[t - 1] += …`, for an operand taken over time once per timestep, and not where the term is left out. */
function handedOn(model: NamedRun, equation: Equation, operand: Value, share: string, comments: Comments): string[] {
  const line = `${operandName(operand, `d_${nameOf(model, operand.id)}`)} += ${share}`;
  const times = timesLeftOut(dropsOf(model, equation, operand));
  if (!times) return [comments.say('leftOut', { code: line })];
  const kept = times.length > 0 ? [`if ${isOneOf(times, true)}:`, ...indented([line])] : [line];
  return operand.over === 'time' ? [`for t in ${timesOf(operand)}:`, ...indented(kept)] : kept;
}

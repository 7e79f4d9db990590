/** A model's numbers and its way forward, equation by equation, in a loop over time. */
import type { Hold } from '#lib/engine/edits.ts';
import type { Equation } from '#lib/engine/equations.ts';
import { stagesOf } from '#lib/engine/stages.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Comments } from './comments.ts';
import { assign } from './held.ts';
import { arrayLiteral, bracketed } from './literal.ts';
import type { Given } from './model-given.ts';
import { freeName, holdsOf, resultOf, whenTimes, whenHolds, writtenIn } from './model-names.ts';
import { nameOf } from './names.ts';
import { forwardText } from './operation-text.ts';
import type { Dialect } from './script-choice.ts';
import { indented } from './script.ts';

export function forwardLines(model: NamedRun, given: Given, dialect: Dialect, comments: Comments): string[] {
  const { graph } = model.run.program;
  const states = new Set(given.states.map(({ id }) => id));
  const overTime = graph.equations.filter(({ axis }) => axis === 'step');
  return [
    ...givenLines(model, given, dialect, comments),
    '',
    comments.say('forward'),
    ...overTime.flatMap((equation) => [
      ...(states.has(equation.id) ? [] : [`${nameOf(model, equation.id)} = {}`]),
      ...(holdsOf(model, equation).length ? [`${freeName(model, equation)} = {}`] : []),
    ]),
    ...stagesOf(graph).flatMap(({ onStep, equations }) => {
      const lines = equations.flatMap((equation) => equationLines(model, equation, dialect, comments));
      return onStep ? ['for t in range(1, T + 1):', ...indented(lines)] : lines;
    }),
  ];
}

function givenLines(
  model: NamedRun,
  { parameters, data, states }: Given,
  dialect: Dialect,
  comments: Comments,
): string[] {
  const { run } = model;
  const literal = (id: string, t: number, isLeaf: boolean): string =>
    arrayLiteral(dialect, model.shape(id), run.value(id as 'W.f', t), isLeaf);
  return [
    comments.say('parameters'),
    ...parameters.flatMap(({ id, name }) => [...comments.storage(id), `${name} = ${literal(id, 0, true)}`]),
    '',
    comments.say('given'),
    `T = ${run.program.timesteps}`,
    ...data.map(({ id, name, times, isGathered }) => {
      if (!model.isOnTime(id)) return `${name} = ${literal(id, 0, isGathered)}`;
      const entries = times.map((t) => `${t}: ${literal(id, t, isGathered)}`);
      return `${name} = ${bracketed('{', entries, '}')}`;
    }),
    ...states.map(({ id, name }) => `${name} = {0: ${literal(id, 0, true)}}`),
  ];
}

function equationLines(model: NamedRun, equation: Equation, dialect: Dialect, comments: Comments): string[] {
  const { x, occurrence } = writtenIn(model, equation, dialect);
  const result = resultOf(equation, nameOf(model, equation.id));
  const text = forwardText(equation.operation, dialect, x, occurrence);
  const holds = holdsOf(model, equation);
  if (holds.length === 0) return whenTimes(equation, [`${result} = ${text}`]);
  const free = resultOf(equation, freeName(model, equation));
  const hold = (each: Hold): string[] =>
    whenHolds(each, [`${assign(dialect, result, equation.shape, each, each.to)}  ${comments.say('held')}`]);
  return whenTimes(equation, [
    `${free} = ${text}`,
    `${result} = ${copyOf(free, equation, dialect)}`,
    ...holds.flatMap(hold),
  ]);
}

/** Holding writes into the array, and the computed one is still needed on the way back. */
const copyOf = (free: string, { shape }: Equation, dialect: Dialect): string =>
  shape.length === 0 ? free : `${free}.${dialect === 'numpy' ? 'copy' : 'clone'}()`;

/** An update rule as lines of Python: its equations, with the parameter's names put in. */
import { contextOf } from '#lib/engine/equations.ts';
import type { Run } from '#lib/engine/run.ts';
import { arrayLiteral } from './literal.ts';
import { nameOfId } from './names.ts';
import { forwardText } from './operation-text.ts';
import type { Dialect } from './script-choice.ts';
import type { Literal } from './script.ts';

interface Names {
  readonly name: string;
  readonly gradient: string;
}

/** @param update the rule's own run, over the numbers of this parameter */
export function updateLines(
  dialect: Dialect,
  update: Run,
  { name, gradient }: Names,
): { lines: string[]; literals: Literal[] } {
  const { equations, data } = update.program.graph;
  const names: Readonly<Record<string, string>> = { parameter: name, gradient, next: `new_${name}` };
  const called = (id: string): string => names[id] ?? nameOfId(id);
  const lines = equations.map((equation) => {
    const x = equation.operands.map(({ id }) => called(id));
    const occurrence = { ...contextOf(equation), list: `[${x.join(', ')}]`, count: x.length };
    return `${called(equation.id)} = ${forwardText(equation.operation, dialect, x, occurrence)}`;
  });
  const given = data.filter(({ id }) => !(id in names));
  const literals = given.map(({ id, shape }) => ({
    name: called(id),
    text: arrayLiteral(dialect, shape, update.value(id)),
  }));
  return { lines, literals };
}

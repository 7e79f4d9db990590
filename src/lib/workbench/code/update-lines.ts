/** An update rule as lines of Python: its equations, with the parameter's names put in. */
import { contextOf, graph } from '#lib/engine/equations.ts';
import { sizeOf, type Shape } from '#lib/engine/shapes.ts';
import { updateEquations, updateRules, type UpdateRule, type UpdateRuleName } from '#lib/engine/updates.ts';
import { arrayLiteral } from './literal.ts';
import { nameOf } from './names.ts';
import { forwardText, type Dialect } from './operation-text.ts';
import type { Literal } from './script.ts';

export interface Update {
  readonly rule?: UpdateRuleName;
  /** Those that differ from the rule's usual ones. */
  readonly settings?: Readonly<Record<string, number>>;
  /** What the rule remembers of this parameter; left out: nothing yet, as before the first update. */
  readonly memory?: Readonly<Record<string, Float64Array>>;
}

interface Names {
  readonly name: string;
  readonly gradient: string;
}

export function updateLines(
  dialect: Dialect,
  shape: Shape,
  { name, gradient }: Names,
  { rule: ruleName = 'sgd', settings = {}, memory = {} }: Update,
): { lines: string[]; literals: Literal[] } {
  const rule: UpdateRule = updateRules[ruleName];
  const { next, ...remembered } = updateEquations(rule, shape);
  const { equations, data } = graph(next, ...Object.values(remembered));
  const names: Readonly<Record<string, string>> = { parameter: name, gradient, next: `new_${name}` };
  const called = (id: string): string => names[id] ?? nameOf(id);
  const lines = equations.map((equation) => {
    const x = equation.operands.map(({ id }) => called(id));
    const occurrence = { ...contextOf(equation), list: `[${x.join(', ')}]`, count: x.length };
    return `${called(equation.id)} = ${forwardText(equation.operation, dialect, x, occurrence)}`;
  });
  const literals = data.flatMap(({ id, shape: of }) => {
    if (id in names) return [];
    const numbers =
      id in rule.settings ? Float64Array.of(settings[id] ?? rule.settings[id]) : before(rule, id, of, memory);
    return { name: called(id), text: arrayLiteral(dialect, of, numbers) };
  });
  return { lines, literals };
}

/** `velocity.before`: the velocity as it was left by the update before, or its first value. */
function before(rule: UpdateRule, id: string, shape: Shape, memory: NonNullable<Update['memory']>): Float64Array {
  const remembered = id.replace(/\.before$/, '');
  return memory[remembered] ?? new Float64Array(sizeOf(shape)).fill(rule.memory[remembered]);
}

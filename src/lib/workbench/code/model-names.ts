/** Values inside a loop over time: `forget_gate[t]`, `cell_state[t - 1]`, and when a line of the loop applies. */
import type { Drop, Hold } from '#lib/engine/edits.ts';
import { contextOf, type Equation, type Value } from '#lib/engine/equations.ts';
import { instancesOf } from '#lib/engine/instances.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { nameOf } from './names.ts';
import type { Occurrence } from './operation-text.ts';
import type { Dialect } from './script-choice.ts';
import { indented } from './script.ts';

export const freeName = (model: NamedRun, { id }: Equation): string => `free_${nameOf(model, id)}`;

/** What an equation finds, in the loop over time, under the name that stands for all timesteps. */
export const resultOf = ({ axis }: Equation, name: string): string => (axis === 'step' ? `${name}[t]` : name);

export const holdsOf = ({ run }: NamedRun, { id }: Equation): Hold[] =>
  run.program.held.filter((hold) => hold.id === id);

export const dropsOf = ({ run }: NamedRun, { id }: Equation, value: Value): Drop[] =>
  run.program.dropped.filter((drop) => drop.user === id && drop.value === value.id);

/** An operand as the loop names it: one, or for one taken over time the one of timestep `t`. */
export const operandName = ({ axis, lag, over }: Value, name: string): string =>
  axis === 'step' ? `${name}[${lag && !over ? 't - 1' : 't'}]` : name;

/** The timesteps at which the equation behind an operand holds, as Python counts them off. */
export function timesOf({ equation }: Value): string {
  const { when } = equation ?? { when: 'all' as const };
  if (when === 'all') return 'range(1, T + 1)';
  return when === 'last' ? '(T,)' : tuple(when);
}

const tuple = (times: readonly number[]): string => (times.length === 1 ? `(${times[0]},)` : `(${times.join(', ')})`);

/** A condition of the loop: `t == 2`, `t not in (1, 3)`. */
export function isOneOf(times: readonly number[], isNot = false): string {
  if (times.length === 1) return `t ${isNot ? '!=' : '=='} ${times[0]}`;
  return `t ${isNot ? 'not in' : 'in'} ${tuple(times)}`;
}

/** Lines of an equation that does not hold at every timestep. */
export function whenTimes({ axis, when }: Equation, lines: readonly string[]): string[] {
  if (axis !== 'step' || when === 'all') return [...lines];
  return [when === 'last' ? 'if t == T:' : `if ${isOneOf(when)}:`, ...indented(lines)];
}

export const whenHolds = ({ t }: Hold, lines: readonly string[]): string[] =>
  t ? [`if ${isOneOf([t])}:`, ...indented(lines)] : [...lines];

/** The operands of an equation with what the table of operations wants to know of them. */
export function writtenIn(
  model: NamedRun,
  equation: Equation,
  dialect: Dialect,
): { x: string[]; occurrence: Occurrence } {
  const { program } = model.run;
  const x = equation.operands.map((value) => {
    const name = operandName(value, nameOf(model, value.id));
    return dialect === 'pytorch' ? withoutDropped(name, dropsOf(model, equation, value)) : name;
  });
  const several = equation.operands.map((value, k) =>
    value.over === 'time' ? `${x[k]} for t in ${timesOf(value)}` : undefined,
  );
  const list =
    several.length === 1 && several[0]
      ? `[${several[0]}]`
      : `[${x.map((name, k) => (several[k] ? `*(${several[k]})` : name)).join(', ')}]`;
  const count = equation.operands.flatMap((value) => instancesOf(value, 1, 0, program)).length;
  return { x, occurrence: { ...contextOf(equation), list, count } };
}

/** The timesteps at which a term is left out; undefined: always. */
export const timesLeftOut = (drops: readonly Drop[]): number[] | undefined =>
  drops.some(({ t }) => !t) ? undefined : drops.map(({ t }) => t!);

/** What is detached passes no gradient on. */
function withoutDropped(name: string, drops: readonly Drop[]): string {
  if (drops.length === 0) return name;
  const times = timesLeftOut(drops);
  return times ? `(${name}.detach() if ${isOneOf(times)} else ${name})` : `${name}.detach()`;
}

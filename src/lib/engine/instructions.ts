/** A program's tasks bound to memory: lists of kernels with their arrays, to be called one after the other. */
import { contextOf, type Equation } from './equations.ts';
import type { Memory } from './memory.ts';
import { backwardRule, type Arrays, type Backward, type Context, type Forward } from './operation.ts';
import { copyWithoutHeld, elementsOf, holdsOn, isDropped, type Hold } from './edits.ts';
import { instancesOf, type Instance } from './instances.ts';
import { operationOf } from './operations.ts';
import type { Program, Task } from './program.ts';
import { sizeOf } from './shapes.ts';

export interface ForwardInstruction {
  readonly kernel: Forward;
  readonly y: Float64Array;
  readonly x: Arrays;
  readonly context: Context;
}

export interface BackwardInstruction extends Omit<ForwardInstruction, 'kernel'> {
  readonly kernel: Backward;
  readonly d: Float64Array;
  readonly g: Float64Array;
  readonly k: number;
}

export interface Instructions {
  readonly forward: readonly ForwardInstruction[];
  readonly backward: readonly BackwardInstruction[];
  /** How many forward instructions have run when an instance is known; by `keyOf`. */
  readonly knownAfter: ReadonlyMap<string, number>;
  /** What held instances would be: their operation's derivative is taken there. By `keyOf`. */
  readonly unheld: ReadonlyMap<string, Float64Array>;
}

export const keyOf = ({ id, t, sample }: Instance): string => `${id}@${t}#${sample}`;

/** What an equation reads at (t, sample): an operand taken over time or samples is many. */
export interface Operands {
  readonly instances: readonly Instance[];
  readonly x: Arrays;
  readonly context: Context;
}

type Group = Task['group'];
/** `y` is what the operation gives, `result` the value that others read: not the same where elements are held. */
type Planned = Task &
  Operands & { readonly y: Float64Array; readonly result: Float64Array; readonly holds: readonly Hold[] };

const nothing: Context = { operands: [], result: [], settings: {} };

export function instructionsFor(program: Program, memory: Memory): Instructions {
  const unheld = new Map<string, Float64Array>();
  const planned = program.tasks.map((task): Planned => {
    const result = memory.view('values', { ...task, id: task.group[0].id }, widthOf(task.group));
    const holds = holdsOn(program, { ...task, id: task.group[0].id });
    const y = holds.length ? new Float64Array(result.length) : result;
    if (holds.length) unheld.set(keyOf({ ...task, id: task.group[0].id }), y);
    return { ...task, ...stacked(task, program, memory), y, result, holds };
  });
  const forward: ForwardInstruction[] = [];
  const knownAfter = new Map<string, number>();
  for (const task of planned) {
    forward.push(...forwardOf(task));
    for (const { id } of task.group) knownAfter.set(keyOf({ ...task, id }), forward.length);
  }
  const inLoop = planned.toReversed().flatMap((task) => backwardOf(task, program, memory));
  const groups = program.merged ? [...new Set(program.tasks.map(({ group }) => group))] : [];
  const afterLoop = groups.flatMap((group) => overTimeOf(group, program, memory));
  return { forward, backward: [...inLoop, ...afterLoop], knownAfter, unheld };
}

export function operandsOf(
  equation: Equation,
  { t, sample }: Pick<Instance, 't' | 'sample'>,
  program: Program,
  memory: Memory,
): Operands {
  const instances = equation.operands.flatMap((operand) => instancesOf(operand, t, sample, program));
  return { instances, x: instances.map((instance) => memory.view('values', instance)), context: contextOf(equation) };
}

/** Operands of a group: what its equations share once, what they own laid on top of each other. */
function stacked({ group, t, sample }: Task, program: Program, memory: Memory): Operands {
  const [first] = group;
  const operands = operandsOf(first, { t, sample }, program, memory);
  if (group.length === 1) return operands;
  const { instances, context } = operands;
  const height = (k: number): number => group.reduce((total, member) => total + sizeOf(member.operands[k].shape), 0);
  const size = (k: number): number | undefined => (operationOf(first).stacks!(k, context) ? height(k) : undefined);
  return { instances, context, x: instances.map((instance, k) => memory.view('values', instance, size(k))) };
}

const widthOf = (group: Group): number => group.reduce((total, { shape }) => total + sizeOf(shape), 0);

function forwardOf({ group, x, context, y, result, holds }: Planned): ForwardInstruction[] {
  const compute: ForwardInstruction = { kernel: operationOf(group[0]).forward, y, x, context };
  if (!holds.length) return [compute];
  const hold: Forward = (held, [free]) => {
    held.set(free);
    for (const each of holds) held.fill(each.to, ...elementsOf(each));
  };
  return [compute, { kernel: hold, y: result, x: [y], context: nothing }];
}

function backwardOf(
  { group, t, sample, instances, x, context, y, holds }: Planned,
  program: Program,
  memory: Memory,
): BackwardInstruction[] {
  const [first] = group;
  const gradient = memory.view('gradients', { id: first.id, t, sample }, widthOf(group));
  const g = holds.length ? new Float64Array(gradient.length) : gradient;
  const uses = instances.flatMap((operand, k): BackwardInstruction[] => {
    if (isDropped(program, operand.id, first.id, t) || waits(first, k, program)) return [];
    const d = memory.view('gradients', operand, x[k].length);
    return [{ kernel: backwardRule(operationOf(first), k), d, g, y, x, context, k }];
  });
  if (!holds.length) return uses;
  const silence: Backward = (passed, from) => copyWithoutHeld(passed, from, holds);
  return [{ kernel: silence, d: g, g: gradient, y, x: [], context: nothing, k: 0 }, ...uses];
}

/** Whether operand `k` is the same at all timesteps and can get its gradient after the loop over time. */
function waits(equation: Equation, k: number, { merged }: Program): boolean {
  const { operands, axis, when } = equation;
  if (!merged || axis === 'once' || when !== 'all' || operands.some(({ over }) => over)) return false;
  const { overTime, stacks } = operationOf(equation);
  const context = contextOf(equation);
  // What is multiplied is walked row by row: it must have a row of its own for each of the equation's.
  if (operands.some((operand, j) => operand.axis !== axis && !stacks?.(j, context))) return false;
  // Only a parameter can wait: anything computed must have its gradient before its own operands get theirs.
  return operands[k].role === 'parameter' && Boolean(overTime?.(k, context));
}

function overTimeOf(group: Group, program: Program, memory: Memory): BackwardInstruction[] {
  const [first] = group;
  const { timesteps, samples } = program;
  const count = first.axis === 'step' ? timesteps * samples : samples;
  return first.operands.flatMap((_, k) => {
    if (!waits(first, k, program)) return [];
    const { instances, x, context } = stacked({ group, t: first.axis === 'step' ? 1 : 0, sample: 0 }, program, memory);
    const add = operationOf(first).overTime!(k, context)!;
    const g = memory.rows('gradients', { ...first, lag: 0 }, widthOf(group));
    const rows = first.operands.map((operand, j) => memory.rows('values', operand, x[j].length));
    const d = memory.view('gradients', instances[k], x[k].length);
    return [{ kernel: (total) => add(total, g, rows, count), d, g: d, y: d, x: [], context: nothing, k }];
  });
}

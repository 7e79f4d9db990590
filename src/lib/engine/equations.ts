/**
 * Writing a model down: `name = operation(inputs)`, one equation above the other. Nothing is computed here; the
 * equations become a graph, which `program.ts` compiles.
 *
 * The names travel in the types: a `Value<'forget.gate' | …>` knows every equation behind it, so a mistyped one,
 * in a cell's table of names or in a test, does not compile.
 */
import type { Context, NamedShape } from './operation.ts';
import { operations, type OperationName } from './operations.ts';
import { checkShape, sameShape, shapeText, type Shape } from './shapes.ts';

/** Where a value lives: one per timestep and sample, one per sample, or one in all. From fine to coarse. */
export type Axis = 'step' | 'sample' | 'once';
const fineness: Record<Axis, number> = { step: 2, sample: 1, once: 0 };

/** On which timesteps an equation of axis `step` holds; timesteps count from 1. */
export type When = 'all' | 'last' | readonly number[];

export interface Value<Ids extends string = string> {
  readonly id: string;
  readonly axis: Axis;
  readonly shape: Shape;
  readonly role: 'equation' | 'data' | 'parameter';
  /** 1: the value one timestep earlier, where timestep 0 is the initial state. */
  readonly lag: 0 | 1;
  /** Set: all timesteps (or samples) of the value, each an operand of its own. */
  readonly over?: 'time' | 'samples';
  readonly equation?: Equation;
  /** Never set; carries the names in the type. */
  readonly ids?: Ids;
}

export interface Expression<Ids extends string = string> {
  readonly operation: OperationName;
  readonly operands: readonly Value<Ids>[];
  readonly settings: Readonly<Record<string, number>>;
}

export interface Equation extends Expression {
  readonly id: string;
  readonly axis: Axis;
  readonly shape: Shape;
  readonly when: When;
  /** Place in the order in which equations were written, which is the order they are read in. */
  readonly order: number;
}

/** `apply.sigmoid(a)`, `apply.multiply(a, b)` …: one for every row of the table. */
export const apply = Object.fromEntries(
  (Object.keys(operations) as OperationName[]).map((operation) => [
    operation,
    (...operands: Value[]): Expression => ({ operation, operands, settings: {} }),
  ]),
) as Record<OperationName, <Ids extends string>(...operands: Value<Ids>[]) => Expression<Ids>>;

export const withSettings = <Ids extends string>(
  expression: Expression<Ids>,
  settings: Readonly<Record<string, number>>,
): Expression<Ids> => ({ ...expression, settings });

/** A number array from outside: inputs, targets, a learning rate. */
export const data = <Id extends string>(id: Id, axis: Axis, shape: Shape): Value<Id> => ({
  id,
  axis,
  shape: checkShape(id, shape),
  role: 'data',
  lag: 0,
});

/** What parameters are called: the family (input weights W, recurrent weights U, biases b and d …), a dot, a letter. */
export type ParameterId = `${'W' | 'U' | 'b' | 'd' | 'p' | 'F' | 'gamma' | 'beta'}.${string}`;

/** A number array that training changes; the same at every timestep and for every sample. */
export const parameter = (id: ParameterId, shape: Shape): Value<never> => ({
  id,
  axis: 'once',
  shape: checkShape(id, shape),
  role: 'parameter',
  lag: 0,
});

/** The value that the equation `id`, written further down, had one timestep earlier. */
export const previous = <Id extends string>(id: Id, shape: Shape): Value<Id> => ({
  id,
  axis: 'step',
  shape: checkShape(id, shape),
  role: 'equation',
  lag: 1,
});

/** All timesteps of a value as operands, as in a sum over time; only those on which its equation holds. */
export const overTime = <Ids extends string>(value: Value<Ids>): Value<Ids> => ({ ...value, over: 'time' });

/** All samples of a value as operands, as in the mean of a batch. */
export const overSamples = <Ids extends string>(value: Value<Ids>): Value<Ids> => ({ ...value, over: 'samples' });

let written = 0;

/**
 * States `id = expression`. The result lives on the finest axis of its operands.
 * @throws if the operands do not fit: "affine forget.preactivation: W.f is 4×3, input is 2: …"
 */
export function equation<Id extends string, Ids extends string>(
  id: Id,
  expression: Expression<Ids>,
  when: When = 'all',
): Value<Id | Ids> {
  const { operation, operands, settings } = expression;
  const named: NamedShape[] = operands.map(({ id: name, shape }) => ({ name, shape }));
  try {
    operands.forEach(checkIsValue);
    checkArity(expression);
    operands.forEach((operand) => checkTimes(operand, when));
    const axis = operands.map(axisAsOperand).reduce((a, b) => (fineness[a] >= fineness[b] ? a : b));
    const shape = operations[operation].shape(named, settings);
    const stated: Equation = { ...expression, id, axis, shape, when, order: written++ };
    return { id, axis, shape, role: 'equation', lag: 0, equation: stated };
  } catch (error) {
    throw new Error(`${operation} ${id}: ${(error as Error).message}`, { cause: error });
  }
}

/** The types say so, too, but a test or a page runs without them. */
function checkIsValue(operand: Value, k: number): void {
  if (!('operation' in operand)) return;
  const inner = `${String(operand.operation)}(…)`;
  throw new Error(
    `operand ${k + 1} is the expression ${inner}: give it a name by an equation of its own, equation('…', ${inner}), and put that here`,
  );
}

function checkArity({ operation, operands }: Expression): void {
  const { arity } = operations[operation];
  if (arity === undefined ? operands.length === 0 : operands.length !== arity) {
    const wanted = arity === undefined ? 'at least one operand' : arity === 1 ? '1 operand' : `${arity} operands`;
    throw new Error(`takes ${wanted}, got ${operands.length}`);
  }
  const many = operands.find(({ over }) => over);
  if (arity !== undefined && many) throw new Error(`takes one operand at a time, not ${many.id} over all ${many.over}`);
}

/** Where a value is not computed there is nothing to read. */
function checkTimes({ id, over, equation: source }: Value, when: When): void {
  if (!source || source.when === 'all' || over || String(source.when) === String(when)) return;
  if (
    typeof when === 'object' &&
    typeof source.when === 'object' &&
    when.every((t) => source.when.includes(t as never))
  )
    return;
  throw new Error(`${id} holds only at timesteps ${source.when}, but is read at ${when}`);
}

function axisAsOperand({ id, axis, over }: Value): Axis {
  if (!over) return axis;
  if (over === 'time' ? axis !== 'step' : axis !== 'sample') {
    throw new Error(`${id} lives on axis ${axis}: it cannot be taken over ${over}`);
  }
  return over === 'time' ? 'sample' : 'once';
}

export const contextOf = ({
  operands,
  shape,
  settings,
}: Pick<Equation, 'operands' | 'shape' | 'settings'>): Context => ({
  operands: operands.map((operand) => operand.shape),
  result: shape,
  settings,
});

/** One place where a value is used: operand number `k` of `user`. */
export interface Use {
  readonly user: Equation;
  readonly k: number;
  readonly operand: Value;
}

export interface Graph<Ids extends string = string> {
  /** In the order they were written. */
  readonly equations: readonly Equation[];
  /** In the order in which the equations first read them; so are `data`. */
  readonly parameters: readonly Value[];
  readonly data: readonly Value[];
  /** Every value of the model under its id, without lag. */
  readonly values: ReadonlyMap<string, Value>;
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** The id of the number whose gradients are wanted. */
  readonly objective: string;
  readonly ids?: Ids;
}

/**
 * Collects everything that `outputs` depend on. The first output is the objective, a single number.
 * @throws on two different things of one name, and on a `previous` whose equation is missing or has another shape.
 */
export function graph<Ids extends string>(...outputs: readonly Value<Ids>[]): Graph<Ids> {
  const values = new Map<string, Value>();
  const lagged: Value[] = [];
  const visit = (value: Value): void => {
    if (value.lag === 1) return void lagged.push(value);
    const known = values.get(value.id);
    if (known && !isSame(known, value)) throw new Error(`two different values are called ${value.id}`);
    if (known) return;
    values.set(value.id, { ...value, over: undefined });
    value.equation?.operands.forEach(visit);
  };
  outputs.forEach(visit);
  for (const { id, shape } of lagged) {
    const state = values.get(id);
    if (!state?.equation) throw new Error(`previous ${id}: no equation of this name`);
    if (state.axis !== 'step') throw new Error(`previous ${id}: its equation knows no timesteps`);
    if (!sameShape(state.shape, shape)) {
      throw new Error(`previous ${id}: ${shapeText(shape)} announced, its equation gives ${shapeText(state.shape)}`);
    }
  }
  const all = [...values.values()];
  const equations = all.flatMap(({ equation: stated }) => stated ?? []).sort((a, b) => a.order - b.order);
  const read = equations.flatMap(({ operands }) => operands.map(({ id }) => values.get(id)!));
  const given = [...new Set(read)].filter(({ role }) => role !== 'equation');
  const uses = new Map<string, Use[]>(all.map(({ id }) => [id, []]));
  for (const user of equations) user.operands.forEach((operand, k) => uses.get(operand.id)!.push({ user, k, operand }));
  return {
    equations,
    parameters: given.filter(({ role }) => role === 'parameter'),
    data: given.filter(({ role }) => role === 'data'),
    values,
    uses,
    objective: outputs[0].id,
  };
}

const isSame = (a: Value, b: Value): boolean =>
  a.equation === b.equation && a.role === b.role && a.axis === b.axis && sameShape(a.shape, b.shape);

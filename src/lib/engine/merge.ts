/**
 * Fewer, wider operations for the same numbers: the four weighted sums of an LSTM read the same x and h, so their
 * matrices can lie on top of each other and be multiplied in one go; the sigmoids behind them follow.
 */
import { contextOf, type Equation, type Graph, type Use } from './equations.ts';
import { operations } from './operations.ts';

/** Equations that are computed as one, in the order in which their results lie side by side. */
export type Group = readonly Equation[];

export interface Plan {
  /** In the order of computation. */
  readonly groups: readonly Group[];
  /** Ids of values that lie side by side in memory; the first block holds all parameters. */
  readonly blocks: readonly (readonly string[])[];
}

/** Every equation by itself: what held values and dropped terms need. */
export function planPlain({ equations, values, parameters }: Graph): Plan {
  const alone = [...values.values()].filter(({ role }) => role !== 'parameter').map(({ id }) => [id]);
  return { groups: equations.map((equation) => [equation]), blocks: [parameters.map(({ id }) => id), ...alone] };
}

export function planMerged(graph: Graph): Plan {
  const groups = new Map<Equation, Group>();
  const register = (group: Group): void => group.forEach((member) => groups.set(member, group));
  for (const candidates of groupBy(graph.equations, (equation) => sharedReads(equation, graph))) {
    register(sortedBy(candidates, (equation) => firstUser(equation, graph)));
  }
  for (const group of new Set(groups.values())) followers(group, graph, groups).forEach(register);
  const inOrder = [...new Set(graph.equations.map((equation) => groups.get(equation)!))];
  return {
    groups: inOrder,
    blocks: [stackedParameters(inOrder, graph), ...inOrder.map(ids), ...graph.data.map(({ id }) => [id])],
  };
}

const ids = (group: Group): string[] => group.map(({ id }) => id);

/**
 * Equations with equal keys can be computed together: the same operation on the same shared operands, everything else
 * a parameter of their own. Any other equation gets a key of its own.
 */
function sharedReads(equation: Equation, { uses }: Graph): string {
  const { stacks } = operations[equation.operation];
  const context = contextOf(equation);
  const own = (id: string): boolean => uses.get(id)!.length === 1;
  const parts = equation.operands.map(({ id, role, lag, over }, k) => {
    if (stacks?.(k, context))
      return role === 'parameter' && own(id) ? `parameter of rank ${context.operands[k].length}` : null;
    return `${id} ${lag} ${over}`;
  });
  const mergeable = stacks && !parts.includes(null);
  return mergeable ? [equation.operation, equation.axis, equation.when, ...parts].join('|') : equation.id;
}

const firstUser = ({ id }: Equation, { uses }: Graph): string => uses.get(id)![0]?.user.operation ?? '';

/** Neighbours in a group that go through the same one-operand operation next: those operations are one, too. */
function followers(group: Group, { uses }: Graph, taken: ReadonlyMap<Equation, Group>): Group[] {
  const next = group.map(({ id, axis, when }) =>
    uses.get(id)!.find(({ user, operand }: Use) => {
      const plain = operand.lag === 0 && !operand.over && user.operands.length === 1;
      const alike = user.axis === axis && user.when === when && taken.get(user)!.length === 1;
      return plain && alike && operations[user.operation].stacks;
    }),
  );
  const runs: Equation[][] = [];
  next.forEach((use, place) => {
    const before = next[place - 1]?.user;
    if (!use) return;
    if (before?.operation === use.user.operation) runs.at(-1)!.push(use.user);
    else runs.push([use.user]);
  });
  return runs.filter((run) => run.length > 1);
}

/** Parameters in one block, so that an update can treat them as one vector; those of a group side by side. */
function stackedParameters(groups: readonly Group[], { parameters }: Graph): string[] {
  const stacked = groups.flatMap((group) =>
    group[0].operands.flatMap((_, k) =>
      group.map(({ operands }) => operands[k]).filter(({ role }) => role === 'parameter'),
    ),
  );
  return [...new Set([...stacked, ...parameters].map(({ id }) => id))];
}

function groupBy(equations: readonly Equation[], key: (equation: Equation) => string): Equation[][] {
  const byKey = new Map<string, Equation[]>();
  for (const equation of equations) {
    const group = byKey.get(key(equation)) ?? [];
    byKey.set(key(equation), [...group, equation]);
  }
  return [...byKey.values()];
}

/** What goes through the same operation next lies side by side, so that `followers` finds it. Not by a locale's order. */
const sortedBy = <T>(items: readonly T[], key: (item: T) => string): T[] =>
  items.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));

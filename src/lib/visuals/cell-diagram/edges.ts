/** What is joined to what, read off the equations: an edge for every operand that is not a parameter. */
import type { Cell } from '#lib/cells/cell.ts';
import type { EdgeId, Exit } from '#lib/cells/diagram.ts';
import type { Graph } from '#lib/engine/equations.ts';

export interface Edge {
  readonly id: EdgeId;
  /** A value of the cell, `input`, or a state one timestep earlier: `previous cell.state`. */
  readonly source: string;
  readonly target: string;
  readonly exit?: Exit;
}

export const sourceOf = (id: string, lag: 0 | 1): string => (lag === 1 ? `previous ${id}` : id);

/** The id behind a source, and how many timesteps before the drawn one it lies. */
export const idOf = (source: string): string => source.replace(/^previous /, '');
export const lagOf = (source: string): 0 | 1 => (source.startsWith('previous ') ? 1 : 0);

const edge = (source: string, target: string, exit?: Exit): Edge => ({
  id: `${source} > ${target}` as EdgeId,
  source,
  target,
  exit,
});

export function edgesOf({ quantities }: Cell, graph: Graph): Edge[] {
  const own = Object.keys(quantities);
  const inner = own.flatMap((id) =>
    graph.values
      .get(id)!
      .equation!.operands.filter(({ role }) => role !== 'parameter')
      .map((operand) => edge(sourceOf(operand.id, operand.lag), id)),
  );
  return [...inner, ...own.flatMap((id) => exitsOf(id, own, graph))];
}

function exitsOf(id: string, own: readonly string[], { uses }: Graph): Edge[] {
  const all = uses.get(id)!;
  const isNext = all.some(({ operand }) => operand.lag === 1);
  const isRead = all.some(({ user }) => !own.includes(user.id));
  return [...(isNext ? [edge(id, 'next', 'next')] : []), ...(isRead ? [edge(id, 'readout', 'readout')] : [])];
}

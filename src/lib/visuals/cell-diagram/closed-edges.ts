/** Which edges of the drawing of a timestep edits have closed. */
import { isComputedAt, type Instance } from '#lib/engine/instances.ts';
import { closedWay, type Closed } from '../drawing/cuts.ts';
import type { Subject } from '../drawing/subject.ts';
import { idOf, type Edge } from './edges.ts';

export function closedEdges(
  { model, ids }: Subject,
  t: number,
  isBackward: boolean,
): (edge: Edge) => Closed | undefined {
  const { program } = model.run;

  /** What reads a value along an edge. */
  const usersOf = ({ source, target, exit }: Edge): Pick<Instance, 'id' | 't'>[] => {
    if (!exit) return [{ id: target, t }];
    const uses = program.graph.uses.get(source)!;
    if (exit === 'next') return uses.flatMap(({ user, operand }) => (operand.lag ? { id: user.id, t: t + 1 } : []));
    const readers = uses.flatMap(({ user }) => (ids.includes(user.id) ? [] : user));
    return readers.filter((user) => isComputedAt(user, t, program)).map(({ id }) => ({ id, t }));
  };
  return (edge) => closedWay(program, idOf(edge.source), usersOf(edge), isBackward);
}

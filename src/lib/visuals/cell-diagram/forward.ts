import { isGiven } from '#lib/engine/flow.ts';
import type { Step } from '#lib/engine/steps.ts';
import type { Known } from '../drawing/progress.ts';
import type { Subject } from '../drawing/subject.ts';
import { closedEdges } from './closed-edges.ts';
import { lagOf, sourceOf, type Edge } from './edges.ts';
import type { EdgeState, States } from './states.ts';

export function forwardStates(subject: Subject, step: Step, t: number): States {
  const { model, progress, ids } = subject;
  const { program } = model.run;
  const { graph } = program;
  const isOwn = (id: string): boolean => ids.includes(id);
  const known = (id: string): Known => progress.known({ pass: 'forward', t, id }, step);
  /** What the rest of the model makes of a value: its readout, or the loss of this timestep. */
  const readers = (id: string): string[] =>
    graph.uses.get(id)!.flatMap(({ user, operand }) => (isOwn(user.id) || operand.lag ? [] : [user.id]));

  const asEdge: Readonly<Record<Known, EdgeState>> = { done: 'done', now: 'lit', later: 'later' };
  const closed = closedEdges(subject, t, false);
  const edge = (each: Edge): EdgeState => {
    const { source, target, exit } = each;
    const isClosed = closed(each);
    if (isClosed) return isClosed;
    if (exit === 'next') return known(source) === 'done' ? 'done' : 'later';
    if (exit !== 'readout') return asEdge[known(target)];
    const states = readers(source).map((reader) => asEdge[known(reader)]);
    return states.find((state) => state === 'lit') ?? states.find((state) => state === 'done') ?? 'later';
  };
  // What is held is made of nothing.
  const operands = isGiven(program, step) ? [] : (graph.values.get(step.id)?.equation?.operands ?? []);
  const read = operands.map(({ id, lag }) => sourceOf(id, lag));
  const flows = (source: string): boolean => read.includes(source);
  const isThere = (source: string): boolean => lagOf(source) === 1 || graph.values.get(source)!.role === 'data';

  return {
    chip(source) {
      const state = isThere(source) ? 'done' : known(source);
      return { kind: 'value', state: flows(source) ? 'flowing' : state };
    },
    node: known,
    edge,
    trunk(source) {
      if (flows(source)) return 'lit';
      return isThere(source) || known(source) === 'done' ? 'done' : 'later';
    },
    result: (id) => (isGiven(program, { id, t }) ? 'given' : known(id) === 'now' ? 'result' : asEdge[known(id)]),
    fork: (source) => (isThere(source) || known(source) === 'done' ? 'dot' : 'faint dot'),
  };
}

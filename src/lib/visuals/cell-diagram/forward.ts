import type { Step } from '#lib/engine/steps.ts';
import type { Known } from '../drawing/progress.ts';
import type { Subject } from '../drawing/subject.ts';
import { lagOf, sourceOf, type Edge } from './edges.ts';
import type { EdgeState, States } from './states.ts';

export function forwardStates({ model, progress, ids }: Subject, step: Step, t: number): States {
  const { graph } = model.run.program;
  const isOwn = (id: string): boolean => ids.includes(id);
  const known = (id: string): Known => progress.known({ pass: 'forward', t, id }, step);
  /** What the rest of the model makes of a value: its readout, or the loss of this timestep. */
  const readers = (id: string): string[] =>
    graph.uses.get(id)!.flatMap(({ user, operand }) => (isOwn(user.id) || operand.lag ? [] : [user.id]));

  const asEdge: Readonly<Record<Known, EdgeState>> = { done: 'done', now: 'lit', later: 'later' };
  const edge = ({ source, target, exit }: Edge): EdgeState => {
    if (exit === 'next') return known(source) === 'done' ? 'done' : 'later';
    if (exit !== 'readout') return asEdge[known(target)];
    const states = readers(source).map((reader) => asEdge[known(reader)]);
    return states.find((state) => state === 'lit') ?? states.find((state) => state === 'done') ?? 'later';
  };
  const read = (graph.values.get(step.id)?.equation?.operands ?? []).map(({ id, lag }) => sourceOf(id, lag));
  const flows = (source: string): boolean => read.includes(source);
  const isGiven = (source: string): boolean => lagOf(source) === 1 || graph.values.get(source)!.role === 'data';

  return {
    chip(source) {
      const state = isGiven(source) ? 'done' : known(source);
      return { kind: 'value', state: flows(source) ? 'flowing' : state };
    },
    node: known,
    edge,
    trunk(source) {
      if (flows(source)) return 'lit';
      return isGiven(source) || known(source) === 'done' ? 'done' : 'later';
    },
    result: (id) => (known(id) === 'now' ? 'result' : asEdge[known(id)]),
    fork: (source) => (isGiven(source) || known(source) === 'done' ? 'dot' : 'faint dot'),
  };
}

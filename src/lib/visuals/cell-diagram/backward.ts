import { isComputedAt } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { closedWay } from '../drawing/cuts.ts';
import type { Known } from '../drawing/progress.ts';
import type { Subject } from '../drawing/subject.ts';
import { closedEdges } from './closed-edges.ts';
import { edgesOf, idOf, lagOf, type Edge } from './edges.ts';
import type { Contribution } from './gathering.ts';
import type { EdgeState, States } from './states.ts';

const asEdge: Readonly<Record<Known, EdgeState>> = { done: 'done', now: 'lit', later: 'later' };

/** Gradients wash in from the right: what has one is violet, what has none yet keeps its value, in grey. */
export function backwardStates(
  subject: Subject,
  step: Step,
  t: number,
  contributions: readonly Contribution[],
): States {
  const { model, progress, ids } = subject;
  const { program } = model.run;
  const edges = edgesOf(model.cell, program.graph);
  const forks = Object.keys(model.cell.diagram.forks);
  const known = (source: string): Known =>
    progress.known({ pass: 'backward', t: t - lagOf(source), id: idOf(source) }, step);
  const factors = new Set(contributions.flatMap((each) => each.factors));
  const lit = new Set(contributions.map((each) => each.edge));
  /** What this step's gradient comes through, at the timestep that is shown. */
  const users = new Set(contributions.flatMap(({ entry: { user } }) => (user?.t === t ? user.id : [])));
  /** No step asks for the gradient by a target. */
  const hasGradient = (source: string): boolean =>
    progress.has({ pass: 'backward', t: t - lagOf(source), id: idOf(source) });
  /** A parameter's gradient is made at the weighted sum that reads it. */
  const readsNow = (id: string): boolean =>
    model.isParameter(step.id) &&
    program.graph.uses.get(step.id)!.some(({ user }) => user.id === id) &&
    !closedWay(program, step.id, [{ id, t }], true);
  const closed = closedEdges(subject, t, true);

  /** Whether anything comes back along an exit: nothing does from beyond the end, or where no loss is taken. */
  const isUsed = ({ source, exit }: Edge): boolean => {
    if (exit === 'next') return t < program.timesteps;
    const readers = program.graph.uses.get(source)!.filter(({ user }) => !ids.includes(user.id));
    return readers.some(({ user }) => isComputedAt(user, t, program));
  };
  const edge = (each: Edge): EdgeState => {
    if (each.exit && !isUsed(each)) return 'later';
    const isClosed = closed(each);
    if (isClosed) return isClosed;
    const { source, exit } = each;
    if (exit === 'readout' && progress.known({ pass: 'backward', t, id: source }, step) === 'later') {
      return readsOutput(source) ? 'lit' : 'later';
    }
    return asEdge[known(source)];
  };
  /** While the readout's or the loss's own gradient is found, it waits at the exit. */
  const readsOutput = (source: string): boolean =>
    step.t === t && program.graph.uses.get(source)!.some(({ user }) => user.id === step.id && !ids.includes(user.id));

  /** Whether nothing comes back to a source, along any of its ways. */
  const isCutOff = (id: string): boolean => {
    const ways = edges.filter((each) => each.source === id && (!each.exit || isUsed(each)));
    return ways.length > 0 && ways.every(closed);
  };

  const into = (id: string): Edge[] => edges.filter(({ target, exit }) => !exit && target === id);
  const result = (id: string): EdgeState => {
    const states = into(id).map(edge);
    if (readsNow(id) || states.includes('lit')) return 'lit';
    return states.includes('done') ? 'done' : 'later';
  };

  return {
    chip(source) {
      const state = hasGradient(source) ? known(source) : 'later';
      if (state === 'now') return { kind: 'gradient', state };
      const feeds = users.has(source) || readsNow(source);
      if (state === 'done') return { kind: 'gradient', state: feeds ? 'flowing' : 'done' };
      return { kind: 'value', state: factors.has(source) ? 'factor' : 'muted' };
    },
    node(id) {
      const state = result(id);
      const isAtFork = into(id).every(({ id: each, source }) => !lit.has(each) || forks.includes(source));
      return state === 'lit' ? (isAtFork && !readsNow(id) ? 'done' : 'now') : state === 'done' ? 'done' : 'later';
    },
    edge,
    trunk: (source) => (isCutOff(source) ? 'later' : asEdge[known(source)]),
    result,
    fork: (source) => (lagOf(source) === 1 ? 'dot' : known(source)),
  };
}

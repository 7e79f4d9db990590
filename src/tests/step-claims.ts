/** What must be true of the steps of every model. */
import { expect } from 'vitest';
import { ledger } from '#lib/engine/ledger.ts';
import { compile, type Program } from '#lib/engine/program.ts';
import { instancesOf, range } from '#lib/engine/instances.ts';
import type { Run } from '#lib/engine/run.ts';
import { stepsOf, type Step } from '#lib/engine/steps.ts';
import { computed, given, results, type Specimen } from './specimen.ts';

const textOf = ({ id, t }: Pick<Step, 'id' | 't'>): string => `${id}@${t}`;
const unique = (texts: readonly string[]): string[] => [...new Set(texts)];

function passes(program: Program): Record<Step['pass'], string[]> {
  const steps = stepsOf(program);
  const of = (pass: Step['pass']) => steps.filter((step) => step.pass === pass).map(textOf);
  return { forward: of('forward'), backward: of('backward'), update: of('update') };
}

export function everyEquationOncePerPass({ graph, sizes }: Specimen): void {
  const program = compile(graph, sizes);
  const { forward, backward } = passes(program);
  const computedOnce = unique(results(program).map(textOf));
  expect(forward.toSorted()).toEqual(computedOnce.toSorted());
  expect(backward.toSorted()).toEqual(unique(backward).toSorted());
  const isResult = (step: string) => computedOnce.includes(step);
  expect(backward.filter(isResult), 'backward is forward turned round').toEqual(forward.toReversed());
}

export function nothingIsReadBeforeItIsComputed({ graph, sizes }: Specimen): void {
  const program = compile(graph, sizes);
  const known = new Set(given(program).map(textOf));
  for (const { pass, id, t } of stepsOf(program)) {
    if (pass !== 'forward') continue;
    const { operands } = graph.values.get(id)!.equation!;
    const reads = operands.flatMap((operand) => instancesOf(operand, t, 0, program)).map(textOf);
    expect(
      reads.filter((each) => !known.has(each)),
      `${id}@${t} reads what is not there yet`,
    ).toEqual([]);
    known.add(textOf({ id, t }));
  }
}

/** A value's gradient is gathered when every gradient that flows into it is known. */
export function gradientsAreGatheredInOrder(specimen: Specimen): void {
  const run = computed(specimen);
  const gathered = new Set<string>();
  const objective = run.program.graph.objective;
  for (const { pass, id, t } of stepsOf(run.program)) {
    if (pass !== 'backward') continue;
    const users = usersOf(run, id, t).filter((user) => user !== textOf({ id: objective, t: 0 }));
    expect(
      users.filter((user) => !gathered.has(user)),
      `${id}@${t} is gathered too early`,
    ).toEqual([]);
    gathered.add(textOf({ id, t }));
  }
}

function usersOf(run: Run, id: string, t: number): string[] {
  // At t ≥ 1 a parameter's step shows what this timestep contributes; its total comes last.
  const isShare = t > 0 && run.program.graph.values.get(id)!.role === 'parameter';
  const users = ledger(run, id, isShare ? 0 : t).flatMap(({ user }) => user ?? []);
  return users.filter((user) => !isShare || user.t === t).map(textOf);
}

/** After a timestep come its inputs and the parameters it reads; at the very end the initial states and the totals. */
export function parametersFollowTheirTimestep({ graph, sizes }: Specimen): void {
  const program = compile(graph, sizes);
  const { backward, update } = passes(program);
  const parameters = graph.parameters.map(({ id }) => id);
  const isState = (id: string) => graph.uses.get(id)!.some(({ operand }) => operand.lag === 1);
  const states = graph.equations.map(({ id }) => id).filter(isState);
  const totals = parameters.map((id) => `${id}@0`);
  const end = [...states.toReversed().map((id) => `${id}@0`), ...totals];
  expect(backward.slice(-end.length || backward.length)).toEqual(end);
  expect(update).toEqual(totals);
  for (const t of range(1, sizes.timesteps)) {
    const now = backward.filter((step) => step.endsWith(`@${t}`)).map((step) => step.slice(0, -`@${t}`.length));
    const firstOther = now.findIndex((id) => !graph.values.get(id)!.equation);
    const others = firstOther < 0 ? [] : now.slice(firstOther);
    expect(
      others.filter((id) => graph.values.get(id)!.equation),
      `t = ${t}: gathered after the parameters`,
    ).toEqual([]);
    expect(others.toSorted(), `t = ${t}`).toEqual(readAt(program, t).toSorted());
  }
}

/** Inputs and parameters that some equation of timestep t reads. A target is compared, not read. */
function readAt({ graph, ...sizes }: Program, t: number): string[] {
  const computedNow = results({ graph, ...sizes }).filter((each) => each.t === t);
  const operands = computedNow.flatMap(({ id }) => graph.values.get(id)!.equation!.operands);
  const read = operands.filter(
    ({ role, axis, id }) => role === 'parameter' || (role === 'data' && axis === 'step' && id !== 'target'),
  );
  return unique(read.map(({ id }) => id));
}

/** What a model is given before it computes anything: parameters, data and initial states, with their Python names. */
import { isComputedAt, range } from '#lib/engine/instances.ts';
import { stepsOf } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import { nameOf } from './names.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Data extends Named {
  /** The timesteps at which it is read; none: it has no timesteps. */
  readonly times: readonly number[];
  /** Whether the walk asks for its gradient. */
  readonly isGathered: boolean;
}

export interface Given {
  readonly parameters: readonly Named[];
  readonly states: readonly Named[];
  readonly data: readonly Data[];
}

export function givenOf(model: NamedRun): Given {
  const { program } = model.run;
  const { graph, timesteps } = program;
  const gathered = new Set(stepsOf(program).flatMap(({ pass, id }) => (pass === 'backward' ? id : [])));
  const named = ({ id }: { readonly id: string }): Named => ({ id, name: nameOf(model, id) });
  const isState = (id: string): boolean => graph.uses.get(id)!.some(({ operand }) => operand.lag === 1);
  const isRead = (id: string, t: number): boolean =>
    graph.uses.get(id)!.some(({ user }) => user.axis !== 'step' || isComputedAt(user, t, program));
  return {
    parameters: graph.parameters.map(named),
    states: graph.equations.filter(({ id }) => isState(id)).map(named),
    data: graph.data.map(({ id, axis }) => ({
      ...named({ id }),
      times: axis === 'step' ? range(1, timesteps).filter((t) => isRead(id, t)) : [],
      isGathered: gathered.has(id),
    })),
  };
}

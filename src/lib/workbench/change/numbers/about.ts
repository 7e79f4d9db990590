import type { Value } from '#lib/engine/equations.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Step } from '#lib/engine/steps.ts';

/**
 * The given arrays that a step is about, by id. A parameter, data or an initial state is about itself; anything else
 * about the parameters nearest behind it within its timestep, or, where there are none as near, the data; at the first
 * timestep also about the initial states on the way there.
 */
export function arraysAbout({ run }: NamedRun, { id, t }: Step): string[] {
  const { values } = run.program.graph;
  const { role, axis } = values.get(id)!;
  if (role !== 'equation' || (axis === 'step' && t === 0)) return [id];
  const states: string[] = [];
  for (let level = [id]; level.length > 0;) {
    const read = level.flatMap((each) => values.get(each)!.equation!.operands);
    const now = read.filter(({ lag }) => lag === 0);
    if (t === 1) states.push(...read.filter(({ lag }) => lag === 1).map((state) => state.id));
    const idsOf = (wanted: Value['role']): string[] => now.flatMap((each) => (each.role === wanted ? each.id : []));
    const given = [idsOf('parameter'), idsOf('data')].find((ids) => ids.length > 0);
    if (given) return [...new Set([...given, ...states])];
    level = [...new Set(idsOf('equation'))];
  }
  return [...new Set(states)];
}

import { compile, type Options } from '#lib/engine/program.ts';
import { Run } from '#lib/engine/run.ts';
import { NamedRun } from '#lib/formula/named-run.ts';

/** The same model with the same numbers, edited; `change` sees it before it is run. */
export function edited({ cell, run }: NamedRun, edits: Options, change?: (run: Run) => void): NamedRun {
  const { graph, timesteps } = run.program;
  const copy = new Run(compile(graph, { timesteps, ...edits }));
  copy.parameters.values.set(run.parameters.values);
  for (const { id } of graph.data) for (let t = 1; t <= timesteps; t++) copy.value(id, t).set(run.value(id, t));
  change?.(copy);
  return new NamedRun(cell, copy.forward().backward());
}

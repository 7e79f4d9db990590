import { sizeOf } from '#lib/engine/shapes.ts';
import type { Step } from '#lib/engine/steps.ts';
import { elementFormula } from './element.ts';
import { formulaOf, type Formula } from './formula.ts';
import type { NamedRun } from './named-run.ts';
import { updateOf } from './update-of.ts';

interface Detail {
  /** Whether intermediates are replaced by their right-hand sides. */
  readonly folded?: boolean;
  /** Given at element zoom: which elements are opened into their arithmetic. */
  readonly elements?: readonly number[];
}

/** What is shown at a step: one formula, or one per element, or one per equation of an update. Read them in `modelAt`. */
export function formulasAt(model: NamedRun, step: Step, { folded = false, elements }: Detail = {}): Formula[] {
  if (step.pass === 'update') return updateFormulas(updateOf(model, step.id), { folded, elements });
  return elements?.map((element) => elementFormula(model, step, element)) ?? [formulaOf(model, step, { folded })];
}

/** In the order in which they are computed: what the rule remembers, then the new parameter. */
function updateFormulas(update: NamedRun, { folded, elements }: Detail): Formula[] {
  const ids = update.run.program.graph.equations.map(({ id }) => id);
  const shown = folded || elements ? ids.filter((id) => !update.named(id).quantity?.folds) : ids;
  return shown.flatMap((id) => {
    const step = { pass: 'forward', t: 0, id } as const;
    if (!elements) return [formulaOf(update, step, { folded })];
    const own = sizeOf(update.shape(id)) === 1 ? [0] : elements;
    return own.map((element) => elementFormula(update, step, element, true));
  });
}

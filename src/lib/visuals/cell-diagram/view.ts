import type { Language } from '#lib/i18n/languages.ts';
import type { Subject } from '../drawing/subject.ts';
import type { Contribution } from './gathering.ts';
import { isComputedAt } from '#lib/engine/instances.ts';
import type { Layout, PlacedChip } from './layout.ts';
import type { States } from './states.ts';

/** All that the parts of a drawing at one step are made from. */
export interface View {
  readonly subject: Subject;
  /** The timestep that is shown. */
  readonly t: number;
  readonly isBackward: boolean;
  readonly states: States;
  readonly contributions: readonly Contribution[];
  readonly language: Language;
  /** Whether the formula beside the drawing is. */
  readonly isFolded: boolean;
  readonly layout: Layout;
}

/** What of the pile there is at this timestep: a target is shown where the loss compares it. */
export function pileAt({ subject, layout, t }: View): [id: string, place: PlacedChip][] {
  const { program } = subject.model.run;
  return [...layout.pile].filter(([id]) => {
    const { equation } = program.graph.values.get(id === 'target' ? 'loss.term' : id)!;
    return isComputedAt(equation!, t, program);
  });
}

import type { Language } from '#lib/i18n/languages.ts';
import type { Subject } from '../drawing/subject.ts';
import type { Contribution } from './gathering.ts';
import type { Layout } from './layout.ts';
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
  readonly layout: Layout;
}

import type { Component } from 'svelte';
import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Language } from '#lib/i18n/languages.ts';
import CellDiagram from './cell-diagram/CellDiagram.svelte';
import UnrolledStrip from './strip/UnrolledStrip.svelte';

/** What every visual can be given; with no more than this, it shows itself. */
export interface VisualProps {
  model: NamedRun;
  step: Step;
  language: Language;
  unit?: number;
  compact?: boolean;
  still?: boolean;
  highlighted?: string | null;
  onhighlight?: (address: string | null) => void;
}

/** Every visual there is. A new one needs its folder and a line here; the gallery and its tests pick it up. */
export const visuals = { strip: UnrolledStrip, 'cell-diagram': CellDiagram } satisfies Record<
  string,
  Component<VisualProps>
>;

export type VisualId = keyof typeof visuals;

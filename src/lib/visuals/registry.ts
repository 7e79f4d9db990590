import type { Component } from 'svelte';
import type { Step } from '#lib/engine/steps.ts';
import type { NamedRun } from '#lib/formula/named-run.ts';
import type { Language } from '#lib/i18n/languages.ts';
import CellDiagram from './cell-diagram/CellDiagram.svelte';
import ElementPicture from './element-picture/ElementPicture.svelte';
import GatesChart from './gates-chart/GatesChart.svelte';
import GradientsChart from './gradients-chart/GradientsChart.svelte';
import StatesChart from './states-chart/StatesChart.svelte';
import UnrolledStrip from './strip/UnrolledStrip.svelte';
import ValueTables from './table/ValueTables.svelte';
import type { VisualId } from './visual-ids.ts';

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

/** Every visual of `visual-ids.ts`, with its component; the gallery and its tests pick it up. */
export const visuals = {
  strip: UnrolledStrip,
  'cell-diagram': CellDiagram,
  'element-picture': ElementPicture,
  'gates-chart': GatesChart,
  'states-chart': StatesChart,
  'gradients-chart': GradientsChart,
  table: ValueTables,
} satisfies Record<VisualId, Component<VisualProps>>;

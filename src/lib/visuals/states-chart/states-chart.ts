import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { signedAxis } from '../chart/axis.ts';
import type { Chart } from '../chart/chart.ts';
import { seriesOf, unitOf } from '../chart/series.ts';
import { subjectOf } from '../drawing/subject.ts';

/** What the cell carries from timestep to timestep, from −1 to 1 or as far as it goes. */
export function statesChart(model: NamedRun, language: Language, unit: number): Chart {
  const words = languages[language].messages.chart;
  const { states } = subjectOf(model);
  const series = seriesOf(model, states, { unit }, language);
  const sizes = series.flatMap(({ points }) => points.map(({ value }) => Math.abs(value)));
  return {
    title: words.states,
    note: fill(words.statesNote, { unit: unitOf(model, states[0], unit) + 1 }),
    series,
    axis: signedAxis(Math.max(1, ...sizes.filter(Number.isFinite))),
    pass: 'forward',
  };
}

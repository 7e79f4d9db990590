import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { logarithmicAxis } from '../chart/axis.ts';
import type { Chart } from '../chart/chart.ts';
import { seriesOf } from '../chart/series.ts';
import { subjectOf } from '../drawing/subject.ts';

/** How much of the loss's gradient arrives at the states of each timestep. Norms: the chosen unit changes nothing. */
export function gradientsChart(model: NamedRun, language: Language): Chart {
  const words = languages[language].messages.chart;
  const series = seriesOf(model, subjectOf(model).states, 'gradient norm', language);
  const axis = logarithmicAxis(series.flatMap(({ points }) => points.map(({ value }) => value)));
  const note = fill(words.gradientsNote, { factor: axis.factor });
  return { title: words.gradients, note, series, axis, pass: 'backward' };
}

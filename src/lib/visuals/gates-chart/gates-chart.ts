import type { NamedRun } from '#lib/formula/named-run.ts';
import { fill, type Language } from '#lib/i18n/languages.ts';
import { languages } from '#lib/i18n/later/languages.ts';
import { fractionAxis } from '../chart/axis.ts';
import type { Chart } from '../chart/chart.ts';
import { seriesOf, unitOf } from '../chart/series.ts';
import { subjectOf } from '../drawing/subject.ts';

/** Every fraction of the cell that has a badge: 1 − z of a GRU has none, for it says again what z says. */
export function gatesChart(model: NamedRun, language: Language, unit: number): Chart {
  const words = languages[language].messages.chart;
  const subject = subjectOf(model);
  const gates = subject.ids.filter((id) => subject.quantity(id)?.fraction && subject.quantity(id)?.badge);
  const note = gates.length
    ? fill(words.gatesNote, { unit: unitOf(model, gates[0], unit) + 1 })
    : fill(words.noGates, { cell: model.cell.name[language] });
  const series = seriesOf(model, gates, { unit }, language);
  return { title: words.gates, note, series, axis: fractionAxis, pass: 'forward' };
}

import type { Spot } from '#lib/cells/diagram.ts';
import { languages } from '#lib/i18n/languages.ts';
import { chipSize } from '../drawing/chip-size.ts';
import { chipLabels, derivativeLabels, type Label, type Tone } from './labels.ts';
import { spotOf, type PlacedChip, type PlacedEdge } from './layout.ts';
import type { EdgeState } from './states.ts';
import { pileAt, type View } from './view.ts';

export const labelsOf = (view: View): Label[] => [
  ...[...view.layout.chips, ...pileAt(view)].flatMap(([source, place]) => besideChip(view, source, place)),
  ...view.layout.edges.flatMap((edge) => atExit(view, edge)),
  ...derivatives(view).flatMap(({ labels }) => labels),
];

function besideChip({ states, t, subject, layout }: View, source: string, place: PlacedChip): Label[] {
  const { kind, state } = states.chip(source);
  const tone: Tone = kind === 'gradient' ? 'gradient' : state === 'later' ? 'faint' : 'soft';
  return chipLabels(subject.model, { source, place, spot: nearChip(place, layout.rowHeight), t, tone });
}

/** A label above or below its chip comes nearer where the chip is smaller than its row. */
function nearChip({ label: [x, y, anchor], chip, count }: PlacedChip, rowHeight: number): Spot {
  const slack = anchor === 'middle' ? (rowHeight - chipSize(count).height) / 2 : 0;
  return [x, y + Math.sign(chip[1] - y) * slack, anchor];
}

const arrives = (state: EdgeState): boolean => state === 'done' || state === 'lit';

/** Whence the gradient comes that crosses from the next timestep. */
function atExit({ subject, layout, states, isBackward, t, language }: View, edge: PlacedEdge): Label[] {
  const place = edge.exit && spotOf(subject.model.cell.diagram.exits, edge.id);
  if (!place || !isBackward || !arrives(states.edge(edge))) return [];
  const lead = languages[language].messages.visuals.from;
  return [{ key: edge.id, tex: `t = ${t + 1}`, lead, spot: layout.moveSpot(place), tone: 'gradient', size: 14 }];
}

/** The local derivatives of this step, each beside the edge that its gradient comes along. */
export function derivatives({ contributions, layout, subject }: View): { target: string; labels: Label[] }[] {
  const { factors } = subject.model.cell.diagram;
  return contributions.flatMap(({ edge, derivative, entry }) => {
    const spot = spotOf(factors, edge);
    if (!spot || !derivative.length) return [];
    const target = layout.nodes.find(({ id }) => id === entry.user!.id);
    const isLane = target?.name !== undefined && Math.abs(target.name[1] - spot[1]) < 10;
    return [{ target: entry.user!.id, labels: derivativeLabels(edge, derivative, layout.moveSpot(spot), isLane) }];
  });
}

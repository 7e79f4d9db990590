import { viaText } from '#lib/formula/edit-words.ts';
import { wayThrough } from '#lib/formula/way-through.ts';
import type { EdgeId, Point, SharePlace } from '#lib/cells/diagram.ts';
import { fill, languages } from '#lib/i18n/languages.ts';
import type { ChipDrawing } from '../drawing/chip-drawing.ts';
import { chipWidth } from '../drawing/chip-size.ts';
import { idOf, lagOf } from './edges.ts';
import type { Contribution } from './gathering.ts';
import { symbolAt, type Label } from './labels.ts';
import { pileAt, type View } from './view.ts';

export const chipDrawings = (view: View): ChipDrawing[] =>
  [...view.layout.chips, ...pileAt(view)].map(([source, { chip }]) => chipDrawing(view, source, chip));

function chipDrawing({ subject, states, t: shown, language }: View, source: string, at: Point): ChipDrawing {
  const { model, scales } = subject;
  const { kind, state } = states.chip(source);
  const id = idOf(source);
  const t = shown - lagOf(source);
  const isGradient = kind === 'gradient';
  const words = languages[language].messages.visuals;
  return {
    key: source,
    kind,
    state,
    at,
    address: subject.addressOf(id, t, isGradient ? ['grad'] : []),
    values: isGradient ? model.run.gradient(id, t) : model.run.value(id, t),
    isSingle: model.shape(id).length === 0,
    style: isGradient ? {} : model.style(id),
    fill: subject.fillOf(id),
    scale: isGradient ? scales.gradients : scales.of(id),
    spoken: fill(isGradient ? words.gradient : words.value, { name: model.named(id).name[language], t }),
  };
}

export interface ShareDrawing {
  readonly chip: ChipDrawing;
  readonly label: Label;
  readonly join: { readonly key: string; readonly from: Point; readonly to: Point };
}

/** Where two ways meet in this step: what comes along each of them. */
export function shareDrawings(view: View): ShareDrawing[] {
  const places = (view.subject.model.cell.diagram.shares ?? {}) as Partial<Record<EdgeId, SharePlace>>;
  return view.contributions.flatMap((contribution) => {
    const place = places[contribution.edge];
    return place ? [shareDrawing(view, contribution, place)] : [];
  });
}

function shareDrawing(view: View, { edge, entry }: Contribution, { chip, label, joins }: SharePlace): ShareDrawing {
  const { subject, t, language, isFolded, layout } = view;
  const id = edge.split(' > ')[0];
  const user = entry.user!;
  const words = languages[language].messages.visuals;
  const through = symbolAt(subject.model, wayThrough(subject.model, user.id, isFolded), user.t);
  const at = layout.move(chip);
  const right: Point = [at[0] + chipWidth / 2, at[1]];
  return {
    chip: {
      ...chipDrawing(view, id, at),
      key: edge,
      kind: 'gradient',
      state: 'flowing',
      address: { ...subject.addressOf(id, t, ['grad']), user: subject.spotOf(user.id, user.t) },
      values: entry.share,
      spoken: fill(words.share, {
        name: fill(words.gradient, { name: subject.model.named(id).name[language], t }),
        via: viaText(subject.model, user, language, { isFolded }),
      }),
    },
    label: {
      key: `${edge} share`,
      tex: through,
      lead: words.via,
      spot: layout.moveSpot(label),
      tone: 'gradient',
      size: 15,
    },
    join: { key: edge, from: right, to: joins ? layout.move(joins) : right },
  };
}

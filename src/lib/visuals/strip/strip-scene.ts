/** The unrolled network at a step, as data: a card per timestep, in it a few bars for every value that has a badge. */
import type { Slot } from '#lib/cells/cell.ts';
import { range } from '#lib/engine/instances.ts';
import type { Step } from '#lib/engine/steps.ts';
import { closedWay, type Closed } from '../drawing/cuts.ts';
import type { Known } from '../drawing/progress.ts';
import { Unchanged } from '../drawing/unchanged.ts';
import type { Subject } from '../drawing/subject.ts';
import { columnsOf, type Group } from './strip-group.ts';

export interface Card {
  readonly t: number;
  readonly x: number;
  readonly width: number;
  readonly state: Known;
  readonly groups: readonly Group[];
  /** Whether every value's letter finds room below its bars. */
  readonly isLettered: boolean;
}

export interface Arrow {
  readonly key: string;
  readonly slot: Slot;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly isLive: boolean;
  readonly closed: Closed | undefined;
}

export interface StripSize {
  readonly width: number;
  readonly height: number;
  readonly gap: number;
  readonly padding: number;
  /** Baseline of the timestep's name, and what it takes of the card's left side, where it stands beside the bars. */
  readonly time: number;
  readonly beside: number;
  /** Where the bars begin, and how far they go. */
  readonly top: number;
  readonly bars: number;
  /** Size of the letters, and how many timesteps there is room for. */
  readonly letter: number;
  readonly most: number;
}

export const wide: StripSize = {
  width: 776,
  height: 76,
  gap: 26,
  padding: 10,
  time: 16,
  beside: 0,
  top: 22,
  bars: 32,
  letter: 12,
  most: 6,
};
/** For a low window, whose height the formulas need. */
export const low: StripSize = {
  ...wide,
  height: 44,
  padding: 7,
  time: 19,
  beside: 36,
  top: 5,
  bars: 22,
  letter: 11.5,
  most: 5,
};
/** Its letters can be read on the narrowest phone, where the drawing is a fifth smaller. */
export const small: StripSize = {
  width: 362,
  height: 59,
  gap: 10,
  padding: 4,
  time: 14,
  beside: 0,
  top: 18,
  bars: 23,
  letter: 12.5,
  most: 4,
};

export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly t: number;
  readonly isBackward: boolean;
  readonly cards: readonly Card[];
  readonly arrows: readonly Arrow[];
}

/** In units of the size of the letters. */
const widestLetter = 0.85;

export function stripOf(subject: Subject, step: Step, size: StripSize, unchanged = new Unchanged()): Strip {
  const { timesteps } = subject.model.run.program;
  const t = subject.timestepOf(step);
  const count = Math.min(size.most, timesteps);
  const from = Math.min(Math.max(1, t - Math.ceil(count / 2) + 1), timesteps - count + 1);
  const times = range(from, from + count - 1);
  const width = (size.width - size.gap * (count - 1)) / count;
  const isBackward = step.pass !== 'forward';
  const brief: Brief = { subject, step, t, isBackward, size };
  const cards = times
    .map((time, index) => cardOf(brief, time, index * (width + size.gap), width))
    .map((card) => ({ ...card, groups: card.groups.map((group) => unchanged.keep(`${card.t} ${group.id}`, group)) }))
    .map((card) => unchanged.keep(String(card.t), card));
  return { from, to: from + count - 1, count: timesteps, t, isBackward, cards, arrows: arrowsOf(brief, cards) };
}

interface Brief {
  readonly subject: Subject;
  readonly step: Step;
  readonly t: number;
  readonly isBackward: boolean;
  readonly size: StripSize;
}

function cardOf(brief: Brief, time: number, x: number, width: number): Card {
  const { subject, t, isBackward, size } = brief;
  const ids = badged(subject);
  const left = size.padding + size.beside;
  const room = (width - left - size.padding) / ids.length;
  const state = time === t ? 'now' : time < t === isBackward ? 'later' : 'done';
  const groups = ids.map((id, index) => groupOf(brief, id, time, left + room * index, room));
  return { t: time, x, width, state, groups, isLettered: room >= widestLetter * size.letter };
}

/** Gates first, states last, as they leave the timestep. */
function badged(subject: Subject): string[] {
  const withBadge = subject.ids.filter((id) => subject.quantity(id)?.badge);
  const states = Object.values(subject.model.cell.states);
  return [...withBadge.filter((id) => !states.includes(id)), ...states.filter((id) => withBadge.includes(id))];
}

function groupOf({ subject, step, isBackward }: Brief, id: string, t: number, x: number, room: number): Group {
  const { model, progress, scales } = subject;
  const known = progress.known({ pass: isBackward ? 'backward' : 'forward', t, id }, step);
  const kind = isBackward ? (known === 'later' ? 'muted' : 'gradient') : known === 'later' ? 'ghost' : 'value';
  const isGradient = kind === 'gradient';
  const isFraction = !isGradient && subject.quantity(id)?.fraction === true;
  const scale = isGradient ? scales.gradients : scales.of(id);
  const values = isGradient ? model.run.gradient(id, t) : model.run.value(id, t);
  return {
    id,
    badge: model.named(id).badge!,
    kind,
    address: subject.addressOf(id, t, isGradient ? ['grad'] : []),
    values,
    scale: isFraction ? 1 : scale,
    isFraction,
    isCurrent: known === 'now',
    middle: x + room / 2,
    columns: columnsOf(values.length, x, room),
    fill: subject.fillOf(id),
  };
}

/** States walk from card to card; backwards their gradients do. */
function arrowsOf({ subject, t, isBackward, size }: Brief, cards: readonly Card[]): Arrow[] {
  const states = Object.values(subject.model.cell.states);
  const { uses } = subject.model.run.program.graph;
  return cards.slice(0, -1).flatMap((card, index) =>
    states.map((id, place): Arrow => {
      const users = uses.get(id)!.flatMap(({ user, operand }) => (operand.lag ? { id: user.id, t: card.t + 1 } : []));
      const closed = closedWay(subject.model.run.program, id, users, isBackward);
      const [left, right] = [card.x + card.width + 3, cards[index + 1].x - 3];
      return {
        key: `${id}@${card.t}`,
        slot: subject.model.named(id).slot,
        from: isBackward ? right : left,
        to: isBackward ? left : right,
        y: size.height * (states.length === 1 ? 0.53 : 0.36 + (0.34 * place) / (states.length - 1)),
        isLive: !closed && (isBackward ? card.t >= t : card.t < t),
        closed,
      };
    }),
  );
}

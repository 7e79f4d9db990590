import type { Slot } from '#lib/cells/cell.ts';

/** A quantity's dress. Products inherit: the content keeps its colour, the door leaves its pattern. */
export interface Fill {
  readonly colour: Slot;
  readonly pattern: Slot;
}

export const fillKey = ({ colour, pattern }: Fill): string => `${colour}-${pattern}`;

export const slots: readonly Slot[] = [
  'forget',
  'input',
  'candidate',
  'output',
  'cell',
  'hidden',
  'data',
  'neutral',
] as const;

/** CSS variable of a slot's colour; what has no colour of its own is drawn like data. */
export const colour = (slot: Slot, part: 'fill' | 'line' | 'tint'): string =>
  `var(--${slot === 'neutral' ? 'data' : slot}-${part}, var(--stage))`;

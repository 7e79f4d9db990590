/** How the numbers of one value share a chip: fewer of them have more room each. */
export interface ChipSize {
  readonly width: number;
  readonly height: number;
  readonly row: number;
  readonly bar: { readonly length: number; readonly thickness: number };
  /** Which rows carry their number: every one, the chosen unit's, or none. */
  readonly numbers: 'every' | 'chosen' | 'none';
}

export const chipWidth = 80;

export function chipSize(count: number): ChipSize {
  const row = count <= 4 ? 16 : count <= 8 ? 12 : Math.min(6, 96 / count);
  return {
    width: chipWidth,
    height: row * count + 4,
    row,
    bar: {
      length: count <= 4 ? 26 : count <= 8 ? 20 : chipWidth - 12,
      thickness: count <= 4 ? 9 : count <= 8 ? 8 : row * 0.7,
    },
    numbers: count <= 4 ? 'every' : count <= 8 ? 'chosen' : 'none',
  };
}

/** How much more height than two numbers need: so much a drawing grows at every row of chips. */
export const growth = (count: number): number => Math.max(0, chipSize(count).height - chipSize(2).height);

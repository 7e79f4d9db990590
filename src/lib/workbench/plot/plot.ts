/** Room for what is written at the axes, and beside the marks. */
export interface Margins {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A number at an axis, and how far along it stands. */
export type Tick<Along extends 'x' | 'y'> = Readonly<Record<Along, number>> & {
  readonly value: number;
  readonly text: string;
};

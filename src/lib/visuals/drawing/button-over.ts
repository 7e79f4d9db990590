/** A button on something that a drawing shows, in units of its viewBox. */
export interface ButtonOver {
  readonly key: string;
  /** As it is said. */
  readonly label: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Where the tab key stops first. */
  readonly isNow: boolean;
  /** What it stands for as a whole. */
  readonly address: string;
  /** What is under the pointer, where that is not always the same. */
  readonly addressAt?: (event: MouseEvent) => string;
}

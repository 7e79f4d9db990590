/** A step's whole update of the stage: script, style and layout. */
import { measureInBrowser } from '../in-browser.ts';

export interface StageShares {
  readonly timesteps: number;
  readonly hiddenSize: number;
  /** Of a frame, 1/60 s: the update of a middling step, and of one that only five in a hundred exceed. */
  readonly median: number;
  readonly slow: number;
  /** A step near the end ÷ a step near the beginning. */
  readonly lateToEarly: number;
}

export const measureStage = () => measureInBrowser<StageShares[]>('stage');

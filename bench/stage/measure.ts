/** The whole update of the stage at a step, and at a change of a weight: script, style and layout. */
import { measureInBrowser } from '../in-browser.ts';

export interface StageShares {
  readonly timesteps: number;
  readonly hiddenSize: number;
  /** Of a frame, 1/60 s: the update of a middling step, and of one that only five in a hundred exceed. */
  readonly median: number;
  readonly slow: number;
  /** A step near the end ÷ a step near the beginning. */
  readonly lateToEarly: number;
  /** Of a frame: what a middling place of a slider takes, both passes, the formula and the pane it stands in. */
  readonly edit: number;
}

export const measureStage = () => measureInBrowser<StageShares[]>('stage');

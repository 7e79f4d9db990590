/** Setting a step's formula in the page, against having KaTeX typeset it anew. */
import { measureInBrowser } from '../in-browser.ts';

/** Time of typesetting ÷ time of the live formula. */
export interface FormulaRatios {
  /** Step by step. */
  readonly walk: number;
  /** The same equation at all its timesteps, then the next one. */
  readonly equationWise: number;
}

export const measureFormulas = () => measureInBrowser<FormulaRatios>('formulas');

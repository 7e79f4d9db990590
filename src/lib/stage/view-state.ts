/** What is shown of a step, and what was chosen there, as a link says it. */
import { parseAddress } from '#lib/stepper/address.ts';
import { dialects, extents, type Dialect, type Extent } from '#lib/workbench/code/script-choice.ts';
import { epsilons, usualEpsilon } from '#lib/workbench/gradient-check/epsilons.ts';

export const stageViews = ['drawing', 'charts', 'table', 'check', 'change', 'code'] as const;
export type StageView = (typeof stageViews)[number];

/** Whether a view is there to do something rather than to look at the step. */
export const isTool = (view: StageView): boolean => view === 'check' || view === 'change' || view === 'code';

/** What was chosen in the views, also in those that are not shown now. */
export interface Choices {
  /** By how much the gradient check nudges. */
  readonly epsilon: number;
  /** The framework the code is written for, and how much of the walk it computes. */
  readonly framework: Dialect;
  readonly extent: Extent;
  /** Which given numbers are laid out to be changed: see `given-choice.ts`. */
  readonly given: string;
  /** The address of the one that the slider moves, if it is not the first of those laid out; else empty. */
  readonly slider: string;
}

export interface ViewState extends Choices {
  readonly view: StageView;
  /** The address of the gradient that is checked; left out: that of the step. */
  readonly check?: string;
}

export const usualChoices: Choices = {
  epsilon: usualEpsilon,
  framework: 'numpy',
  extent: 'step',
  given: 'step',
  slider: '',
};
export const usualView: ViewState = { view: 'drawing', ...usualChoices };

export const viewNames = ['view', 'check', 'epsilon', 'framework', 'extent', 'given', 'slider'] as const;

export const viewParts = ({ view, check, epsilon, framework, extent, given, slider }: ViewState) => ({
  ...{ view, check, framework, extent, given, slider },
  epsilon: String(epsilon),
});

type Reader = <T>(name: string, meaning: (text: string) => T | undefined, whenMissing: T) => T;

const oneOf =
  <T>(all: readonly T[]) =>
  (text: string): T | undefined =>
    all.find((each) => String(each) === text);
const addressOf = (text: string): string | undefined => ('address' in parseAddress(text) ? text : undefined);
const idOf = (text: string): string | undefined => (/^[\w.]{1,40}$/.test(text) ? text : undefined);

/** What a link says of it; what it does not say is as in `otherwise`. */
export function readView(read: Reader, otherwise: ViewState): ViewState {
  return {
    view: read('view', oneOf(stageViews), otherwise.view),
    check: read('check', addressOf, otherwise.check),
    epsilon: read('epsilon', (text) => oneOf(epsilons)(String(Number(text))), otherwise.epsilon),
    framework: read('framework', oneOf(dialects), otherwise.framework),
    extent: read('extent', oneOf(extents), otherwise.extent),
    given: read('given', idOf, otherwise.given),
    slider: read('slider', addressOf, otherwise.slider),
  };
}
